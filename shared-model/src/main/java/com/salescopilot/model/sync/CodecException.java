package com.salescopilot.model.sync;

/// A change that cannot be read: an unknown operation or entity, a member that is missing or of
/// another type. The message is a sentence for its sender.
public final class CodecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String member;

  CodecException(String member, String message) {
    super(message);
    this.member = member;
  }

  /// The member at fault, empty if it is the whole.
  public String member() {
    return member;
  }
}
