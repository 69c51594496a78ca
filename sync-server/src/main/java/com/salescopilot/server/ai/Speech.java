package com.salescopilot.server.ai;

/// What a model has said so far.
final class Speech {
  private static final int LONGEST = 64 << 10;

  private final StringBuilder text = new StringBuilder();
  private End end = End.NONE;
  private long in;
  private long out;

  /// How it ended.
  enum End {
    /// Not at all: the connection did.
    NONE,
    WHOLE,
    /// At the limit of its length.
    CUT,
    REFUSED,
    /// The provider says that it failed.
    FAILED
  }

  void say(String more) {
    text.append(more);
    if (text.length() > LONGEST) {
      end = End.CUT;
    }
  }

  void end(End how) {
    if (end == End.NONE) {
      end = how;
    }
  }

  void used(long tokensIn, long tokensOut) {
    in = Math.max(in, tokensIn);
    out = Math.max(out, tokensOut);
  }

  boolean isOver() {
    return text.length() > LONGEST;
  }

  String text() {
    return text.toString();
  }

  End end() {
    return end;
  }

  Usage usage() {
    return new Usage(in, out);
  }
}
