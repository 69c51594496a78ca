package com.salescopilot.model.stats;

/// What a mailbox sent in one of its days.
///
/// @param sent mails that left, those that came back too
/// @param bounced of these, came back as undeliverable
/// @param blocked whether a receiver said that it takes no more, or blocks us
public record SentDay(int sent, int bounced, boolean blocked) {
  /// A day without mail.
  public static final SentDay NONE = new SentDay(0, 0, false);

  public SentDay {
    if (sent < 0 || bounced < 0) {
      throw new IllegalArgumentException("counts are not negative");
    }
  }

  /// The same day with one more mail.
  public SentDay andSent() {
    return new SentDay(sent + 1, bounced, blocked);
  }

  /// The same day with one more mail, which came back.
  public SentDay andBounced() {
    return new SentDay(sent + 1, bounced + 1, blocked);
  }
}
