package com.salescopilot.server.sending;

/// How an attempt to send one mail ended.
sealed interface Attempt {

  /// What its sender gets to read.
  String words();

  /// The receiving server took it.
  record Accepted(String words) implements Attempt {}

  /// The receiving server will not take it.
  record Refused(String words) implements Attempt {}

  /// The receiving server will not take it now.
  record Deferred(String words) implements Attempt {}

  /// The conversation broke before the final dot, so nothing was taken.
  record Cut(String words) implements Attempt {}

  /// The server could not be talked to at all: the mailbox's trouble, not the mail's.
  record Unreachable(String words) implements Attempt {}

  /// We did not send the final dot: the mail was taken back, or too much time had passed.
  record Withheld(String words) implements Attempt {}

  /// The final dot left and no answer came.
  record Doubtful(String words) implements Attempt {}
}
