package com.salescopilot.desktop.network;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// What can happen to a request on its way, and to its answer.
public sealed interface Fault {

  /// Something else answers; the server hears nothing.
  record Answered(int status, String type, String body, Map<String, String> headers)
      implements Fault {
    public Answered(int status, String type, String body) {
      this(status, type, body, Map.of());
    }
  }

  /// The connection ends before the server hears anything.
  record RequestLost() implements Fault {}

  /// The server does what it was asked, and its answer is lost.
  record AnswerLost() implements Fault {}

  /// The answer ends after so many bytes.
  record AnswerCut(int bytes) implements Fault {}

  /// One bit in the middle of the answer is another.
  record BitFlipped() implements Fault {}

  /// Nothing moves before the latch opens; then all is well.
  record Stalled(CountDownLatch until) implements Fault {}
}
