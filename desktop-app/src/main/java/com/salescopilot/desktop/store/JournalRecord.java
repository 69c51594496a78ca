package com.salescopilot.desktop.store;

import java.util.UUID;

/// What a journal says.
sealed interface JournalRecord {

  /// The mutation it is about.
  UUID id();

  /// A mutation waits; a later record of the same id replaces this one.
  ///
  /// @param body the entry as [EntryJson] writes it
  record Made(UUID id, String body) implements JournalRecord {}

  /// A mutation waits no more.
  record Done(UUID id) implements JournalRecord {}
}
