package com.salescopilot.server.db;

/// The database cannot be used as it stands, and a person has to do something. The message is for
/// that person: what is so, and what to do.
public final class DatabaseRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseRefused(String message) {
    super(message);
  }

  DatabaseRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
