package com.salescopilot.desktop.desk;

/// Something that cannot be done as it was asked for. The message is a sentence for people, the
/// code is stable.
public final class DeskRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  public DeskRefused(String code, String detail) {
    super(detail);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// What was given is not what is needed.
  public static DeskRefused invalid(String detail) {
    return new DeskRefused("INVALID", detail);
  }

  /// There is no such row here.
  public static DeskRefused notFound(String what) {
    return new DeskRefused("NOT_FOUND", "There is no such " + what + ".");
  }
}
