package com.salescopilot.server.db;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One open transaction. Valid on its own thread until the body it was given to returns.
///
/// Every method may throw [DbFailure]; after one the transaction can only be rolled back.
public interface Tx {

  /// The rows of a query, or of a change with `returning`. For results of some 200 rows at most.
  <T> List<T> list(Sql sql, Args args, Mapper<T> mapper);

  /// The row of a query that finds one at most.
  ///
  /// @throws IllegalStateException if it found more
  <T> Optional<T> maybe(Sql sql, Args args, Mapper<T> mapper);

  /// The row of a query that always finds one.
  ///
  /// @throws IllegalStateException if it found none or more
  <T> T one(Sql sql, Args args, Mapper<T> mapper);

  /// Changes rows and says how many.
  int exec(Sql sql, Args args);

  /// Changes rows before anything else is asked of this transaction, and before it commits. Several
  /// such changes travel together, which saves a way to the database for each; what one is refused
  /// for is thrown then.
  void later(Sql sql, Args args);

  /// Reads a result of any length row by row, a page of the cursor in memory at a time.
  ///
  /// @return how many rows there were
  int scan(Sql sql, Args args, Consumer<Row> each);

  /// Runs this when the transaction is over, committed or not.
  void atEnd(Runnable action);

  /// The connection of this transaction, for what the façade does not do. It refuses to commit and
  /// to roll back (savepoints excepted), and closing it does nothing.
  Connection jdbc();

  /// As [#jdbc()], with `SQLException` turned into [DbFailure].
  <T> T jdbc(JdbcWork<T> work);

  /// Runs `body` inside this transaction for another scope, then returns to this one. A worker
  /// steps into a workspace as `sc_app`; a member's transaction may only change the person, inside
  /// its own workspace. Not inside a snapshot.
  ///
  /// @throws IllegalStateException if the transaction may not go there
  <T> T within(Scope scope, Body<T> body);
}
