package com.salescopilot.model.protocol;

/// A message that is not of the protocol. Its text completes a sentence and quotes nothing of the
/// message.
public final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProtocolException(String problem) {
    super(problem);
  }

  ProtocolException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
