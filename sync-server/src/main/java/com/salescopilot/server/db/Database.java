package com.salescopilot.server.db;

import com.salescopilot.model.id.UserId;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import io.helidon.dbclient.jdbc.JdbcParametersConfig;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLState;

/// The only way to the tables. Each method runs one transaction under one role with one scope, so
/// row-level security always knows who asks; without a scope no row exists.
///
/// DbClient keeps neither connections nor transactions here. A transaction takes its connection
/// from our pool and binds it in a `ScopedValue`; DbClient's "pool" hands out exactly that one,
/// guarded. So its statements and plain JDBC share a transaction, nesting is noticed, and nothing
/// DbClient forgets to close can leak: the owner closes.
///
/// Every method throws [DbFailure] for what the database refused, and lets the body's own
/// exceptions through.
public final class Database implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final int ATTEMPTS = 4;

  private final Statements statements = Statements.load(Database.class);
  private final Sql context = statements.get("context");
  private final Sql keyedContext = statements.get("keyedContext");
  private final Sql snapshotContext = statements.get("snapshotContext");
  private final ScopedValue<Connection> current = ScopedValue.newInstance();
  private final Pools pools;
  private final DbClient client;

  private Database(DatabaseLogin login, PoolSizes sizes) {
    pools = new Pools(login, sizes, statements);
    client =
        JdbcClientBuilder.create()
            .connectionPool(current::get)
            .parametersSetter(
                JdbcParametersConfig.builder()
                    .useStringBinding(false)
                    .useByteArrayBinding(false)
                    .build())
            .build();
  }

  /// Opens the pools. Connections are made when they are needed, so this does not fail when the
  /// database is away.
  public static Database open(DatabaseLogin login, PoolSizes sizes) {
    return new Database(login, sizes);
  }

  /// A transaction (READ COMMITTED) that sees the rows of one workspace and of one of its people.
  public <T> T inWorkspace(Scope scope, Body<T> body) {
    return attempts(
        pools.app,
        new Start(keyedContext, Steps.Contexts.args(scope)),
        () -> new Steps.Member(statements, scope),
        body);
  }

  /// As [#inWorkspace], but every statement sees the same moment and none may write.
  public <T> T snapshot(Scope scope, Body<T> body) {
    return attempts(
        pools.app,
        new Start(snapshotContext, Steps.Contexts.args(scope)),
        Steps.Nowhere::new,
        body);
  }

  /// For sign-in and accounts alone: no workspace, only the memberships of `user`, if there is one
  /// already, beside the tables of accounts. [Tx#within] steps into a workspace of theirs and back.
  public <T> T asUser(Optional<UserId> user, Body<T> body) {
    return attempts(
        pools.app,
        new Start(context, Steps.Contexts.args(user)),
        () -> new Steps.Account(statements, user),
        body);
  }

  /// A worker's transaction, from its own pool: queues, leases and the event log of all workspaces,
  /// no prospects, no letters. [Tx#within] steps into one workspace and back.
  public <T> T asWorker(Body<T> body) {
    return attempts(
        pools.worker,
        new Start(context, Steps.Contexts.args(Optional.empty())),
        () -> new Steps.Worker(statements),
        body);
  }

  /// Connections in use; nothing is running where this is 0.
  int busy() {
    return pools.busy();
  }

  @Override
  public void close() {
    pools.close();
  }

  /// The statement that says who asks.
  private record Start(Sql sql, Args args) {}

  private <T> T attempts(HikariDataSource pool, Start start, Supplier<Steps> steps, Body<T> body) {
    if (current.isBound()) {
      throw new IllegalStateException("a transaction is open already; pass its Tx on");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return once(pool, start, steps.get(), body);
      } catch (DbFailure.Unavailable e) {
        if (!e.contention() || attempt == ATTEMPTS) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private <T> T once(HikariDataSource pool, Start start, Steps steps, Body<T> body) {
    Connection owned = borrow(pool);
    Connection guarded = GuardedConnection.around(owned);
    Session session = new Session(client, guarded, steps);
    try {
      owned.setAutoCommit(false);
      T result = ScopedValue.where(current, guarded).call(() -> inside(session, start, body));
      commit(owned);
      return result;
    } catch (SQLException e) {
      var failure = SqlErrors.of(e, "transaction");
      rollback(pool, owned, failure);
      throw failure;
    } catch (Throwable e) {
      rollback(pool, owned, e);
      throw e;
    } finally {
      giveBack(owned);
      session.ended();
    }
  }

  private static <T> T inside(Session session, Start start, Body<T> body) {
    try {
      session.run(start.sql(), start.args());
      T result = body.run(session);
      session.catchUp();
      return result;
    } finally {
      session.end();
    }
  }

  /// PostgreSQL answers the commit of a transaction it has given up with a rollback, and the driver
  /// passes that on as a success. A body that swallowed a refusal must not be told that its other
  /// changes are kept.
  private static void commit(Connection owned) throws SQLException {
    if (owned.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
      throw new SQLException(
          "a refused statement was swallowed, so nothing can be committed",
          PSQLState.IN_FAILED_SQL_TRANSACTION.getState());
    }
    owned.commit();
  }

  private static Connection borrow(HikariDataSource pool) {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw SqlErrors.of(e, "connect");
    }
  }

  /// Rolls back without hiding why. A connection that cannot even do that is thrown away.
  private static void rollback(HikariDataSource pool, Connection owned, Throwable why) {
    try {
      owned.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
      pool.evictConnection(owned);
    }
  }

  private static void giveBack(Connection owned) {
    try {
      owned.close();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "a connection did not go back to its pool", e);
    }
  }

  /// Full jitter, so that those who collided do not meet again.
  private static void pause(int attempt) {
    long most = 10_000_000L << attempt;
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }
}
