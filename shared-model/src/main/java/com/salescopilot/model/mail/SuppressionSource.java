package com.salescopilot.model.mail;

/// Why nothing more goes to an address.
public enum SuppressionSource {
  /// Somebody of the workspace noted it.
  PERSON,
  /// The receiver used a way out of a mail.
  UNSUBSCRIBED,
  /// The receiver reported a mail as unwanted.
  COMPLAINED,
  /// The address does not exist, or could not be reached time and again.
  BOUNCED,
  /// The data of whoever had the address was erased; what is kept of it is no address.
  ERASED
}
