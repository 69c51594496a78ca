package com.salescopilot.desktop.headless;

/// A command that cannot be done as it was given. The message is a sentence for its author.
final class CommandRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  CommandRefused(String code, String detail) {
    super(detail);
    this.code = code;
  }

  String code() {
    return code;
  }

  static CommandRefused invalid(String detail) {
    return new CommandRefused("INVALID", detail);
  }

  static CommandRefused notFound(String what) {
    return new CommandRefused("NOT_FOUND", "There is no such " + what + ".");
  }
}
