package com.salescopilot.model.sim;

/// A mistake that somebody could make in a store, a transport or a worker, to be found by an
/// oracle. Each is a few characters in the simulated part it belongs to.
enum Bug {
  NONE,

  // the server's database
  /// Revs are drawn without the lock, so a smaller one may commit after a greater one was read.
  SEQUENCE_AS_CURSOR,
  /// The stream's counter is seen before the rows that it counts.
  HEAD_BEFORE_ROWS,
  /// A crash keeps the rows of a transaction and loses its log and its place in the chain.
  COMMIT_TORN,
  TOMBSTONE_LOST,
  /// A changed row keeps its old rev.
  REV_STAYS,
  DELETED_ROWS_REVIVE,
  BEFORE_VALUES_IGNORED,
  ADDRESSES_NOT_UNIQUE,
  REPEATS_NOT_KNOWN,
  CLASHES_UNTOLD,
  REFUSALS_UNTOLD,
  COLLECTED_BEFORE_FLOOR,

  // the server's routes
  /// A stretch of a chain is taken wherever it begins.
  CHAIN_UNCHECKED,
  ACKED_OUTSIDE_SNAPSHOT,
  /// The page's limit cuts a table without the page noticing.
  PAGE_TOO_SHORT,
  /// A mutation that the server fails on is answered with an error for ever.
  REFUSAL_BLOCKS,
  CONNECTION_KEEPS_WORKSPACE,
  CONNECTION_KEEPS_PERSON,
  REMOVED_MEMBER_SERVED,

  // the workers
  CLAIM_UNCHECKED,
  RESTORED_MAILS_NOT_HELD,
  CANCEL_UNSEEN,
  DOUBT_SENT_AGAIN,

  // the client's store
  /// A crash keeps what screens show and loses why.
  CRASH_KEEPS_ROWS,
  CURSOR_BEFORE_ROWS,
  /// A crash takes the last commit back.
  COMMIT_NOT_FLUSHED,
  DISK_FULL_UNNOTICED,
  IMAGE_IS_WHAT_IS_SHOWN,
  IMAGE_NEVER_DROPPED,
  REFOLD_FORGOTTEN,
  /// A row forgets which version of it this is.
  REV_NOT_KEPT,
  FOLDED_BACKWARDS,
  SWEEP_FORGOTTEN,
  FULL_READING_FORGOTTEN_AT_START,
  /// An edit joins one that has been sealed.
  SEALED_EDIT_GROWS,
  NUMBER_GIVEN_TWICE,
  EDIT_NOT_IN_JOURNAL,
  JOURNAL_NOT_READ,
  /// An edit that a full disk refused comes back at the next start.
  JOURNAL_NOT_CUT_BACK,
  JOURNAL_NEVER_HEARS_OF_THE_END,

  // the client's engine
  SEALED_AFTER_SENDING,
  REPLY_CONFIRMS,
  /// A copied client goes on in the chain of its original.
  EVERY_BREAK_IS_OURS,
  FOREIGN_CHAIN_CONFIRMS,
  LATE_ANSWER_TAKEN,
  /// A client takes the new life of a database for the old one.
  NOTHING_OFFERED_AGAIN,
  CUT_PAGE_TAKEN,
  MAIL_OF_EACH_MACHINE
}
