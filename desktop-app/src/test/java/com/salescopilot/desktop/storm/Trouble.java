package com.salescopilot.desktop.storm;

/// What goes wrong in a storm. Each is counted.
enum Trouble {
  REQUEST_LOST,
  ANSWER_LOST,
  ANSWER_CUT,
  BIT_FLIPPED,
  SERVER_BUSY,
  OFFLINE,
  CLIENT_STOPPED,
  CLIENT_CRASHED,
  CLIENT_CLONED,
  CLIENT_RESTORED,
  DATABASE_DELETED,
  JOURNAL_DELETED,
  SERVER_KILLED
}
