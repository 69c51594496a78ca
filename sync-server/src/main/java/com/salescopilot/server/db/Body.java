package com.salescopilot.server.db;

/// The work of one transaction. It commits when `run` returns and rolls back when it throws.
///
/// **It may run more than once**: a transaction that PostgreSQL gave up for another's sake is tried
/// again from the start, so a body has no effect but its statements and its result.
@FunctionalInterface
public interface Body<T> {
  T run(Tx tx);
}
