package com.salescopilot.model.mail;

/// Why a mail waits for a person.
public enum Hold {
  /// Send was pressed long ago, offline.
  STALE,
  /// The server was restored from a backup, and the mail may have left since.
  RESTORED
}
