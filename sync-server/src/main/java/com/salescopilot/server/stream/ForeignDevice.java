package com.salescopilot.server.stream;

/// A push in the name of a device that belongs to somebody else.
public final class ForeignDevice extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignDevice() {
    super("the device belongs to another user");
  }
}
