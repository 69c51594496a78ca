package com.salescopilot.server.http;

/// The routes of one feature.
public interface Routes {
  /// Declares them; called once for each listener that serves them.
  void add(RouteTable table);
}
