package com.salescopilot.server.http;

/// What a route does.
public interface Handler {
  /// Answers one request.
  ///
  /// @param caller [Caller#STRANGER] on a public route
  /// @throws AppError for everything that is refused
  Answer handle(Caller caller, Request request);
}
