package com.salescopilot.server.backup;

/// A backup cannot be written or put back as it stands; the message says why.
@SuppressWarnings("serial") // never serialised
public final class BackupRefused extends RuntimeException {
  BackupRefused(String sentence) {
    super(sentence);
  }
}
