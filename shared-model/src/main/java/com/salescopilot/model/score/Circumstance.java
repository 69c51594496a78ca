package com.salescopilot.model.score;

/// What is true of a mail and cannot be read from its text.
public enum Circumstance {
  /// The body shows a picture.
  HAS_IMAGE,
  /// A file goes with it.
  HAS_ATTACHMENT,
  /// The address must not be written to.
  SUPPRESSED,
  /// It is sent by a campaign.
  CAMPAIGN,
  /// It has no reader yet, so its fields have no values.
  TEMPLATE
}
