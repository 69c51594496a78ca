package com.salescopilot.model.sim;

/// What a transaction of a client meets besides its end.
enum Trouble {
  NONE,
  FULL,
  /// No accident: a program that does not commit.
  FORGOTTEN
}
