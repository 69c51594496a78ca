package com.salescopilot.model.sim;

/// What can happen to a client's two files.
enum FileLoss {
  DATABASE(Fault.DATABASE_LOST),
  /// Some pending edits can still be read.
  DATABASE_IN_PART(Fault.DATABASE_DAMAGED),
  /// An older database comes back; the journal is today's.
  DATABASE_SINCE_BACKUP(Fault.DATABASE_OLDER_THAN_JOURNAL),
  JOURNAL(Fault.JOURNAL_LOST),
  JOURNAL_IN_PART(Fault.JOURNAL_DAMAGED),
  BOTH(Fault.BOTH_FILES_LOST);

  private final Fault fault;

  FileLoss(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }

  boolean takesDatabase() {
    return this != JOURNAL && this != JOURNAL_IN_PART;
  }
}
