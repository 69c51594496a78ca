package com.salescopilot.desktop.sync;

import java.time.Instant;

/// How this machine and the server stand, in the words that people see.
public sealed interface SyncState {
  /// How many changes wait for the server. They are on disk.
  long waiting();

  /// Nobody has signed in since the start, or the server does not know us any more.
  record SignedOut(long waiting) implements SyncState {}

  /// Somebody chose to work offline.
  record OfflineByChoice(long waiting) implements SyncState {}

  /// The server cannot be reached, or cannot do its work; it is tried again.
  ///
  /// @param why one sentence
  record Offline(Instant since, long waiting, String why) implements SyncState {}

  /// Nothing is exchanged until somebody does something about it; work goes on offline.
  record Stopped(Reason reason, long waiting) implements SyncState {}

  /// Why nothing is exchanged.
  enum Reason {
    /// This program is too old for the server.
    CLIENT_OLDER,
    /// The server is older than this program.
    SERVER_OLDER,
    /// This person is in the workspace no more.
    MEMBER_REMOVED
  }

  /// Changes are under way.
  ///
  /// @param first whether this machine has not read everything even once
  record Syncing(long waiting, boolean first) implements SyncState {}

  /// Both sides know the same.
  ///
  /// @param at when the server last said so
  record UpToDate(Instant at) implements SyncState {
    @Override
    public long waiting() {
      return 0;
    }
  }
}
