package com.salescopilot.server.db;

import com.salescopilot.model.id.UserId;
import java.util.Optional;

/// Where a transaction may step with [Tx#within], and back again.
sealed interface Steps {

  <T> T within(Session session, Scope to, Body<T> body);

  /// After a failure the transaction may go on: an exception of ours that is caught outside, or a
  /// rollback to a savepoint, which takes role and scope back by itself. If PostgreSQL has given
  /// the transaction up, going back fails and does not matter.
  private static void goBack(Throwable why, Runnable back) {
    try {
      back.run();
    } catch (DbFailure e) {
      why.addSuppressed(e);
    }
  }

  /// A worker between workspaces. `home` is a worker's own place: no workspace, role `sc_worker`.
  final class Worker implements Steps {
    private final Sql enter;
    private final Sql leave;
    private final Statements statements;
    private Optional<Scope> away = Optional.empty();

    Worker(Statements statements) {
      this.statements = statements;
      this.enter = statements.get("enterApp");
      this.leave = statements.get("leaveApp");
    }

    @Override
    public <T> T within(Session session, Scope to, Body<T> body) {
      if (away.isPresent() && away.get().workspace().equals(to.workspace())) {
        // there it may act for one of the people, as a member may for a colleague
        return new Member(statements, away.get()).within(session, to, body);
      }
      if (away.isPresent()) {
        throw new IllegalStateException("a worker goes back before it steps into another scope");
      }
      session.run(enter, Contexts.args(to));
      away = Optional.of(to);
      T result;
      try {
        result = body.run(session);
      } catch (Throwable e) {
        goBack(e, () -> session.run(leave, Args.none()));
        throw e;
      } finally {
        away = Optional.empty();
      }
      session.run(leave, Args.none());
      return result;
    }
  }

  /// A member's transaction, which may act for a colleague in the same workspace: the loser of a
  /// clash gets a conflict row of his own.
  final class Member implements Steps {
    private final Sql context;
    private Scope here;

    Member(Statements statements, Scope here) {
      this.context = statements.get("context");
      this.here = here;
    }

    @Override
    public <T> T within(Session session, Scope to, Body<T> body) {
      if (!to.workspace().equals(here.workspace())) {
        throw new IllegalStateException("a member's transaction stays in its workspace");
      }
      Scope before = here;
      move(session, to);
      T result;
      try {
        result = body.run(session);
      } catch (Throwable e) {
        goBack(e, () -> move(session, before));
        throw e;
      } finally {
        here = before;
      }
      move(session, before);
      return result;
    }

    private void move(Session session, Scope to) {
      session.run(context, Contexts.args(to));
      here = to;
    }
  }

  /// An account's transaction, which has no workspace of its own: signing up makes one, an
  /// invitation leads into another, and with the account its own ones end.
  final class Account implements Steps {
    private final Sql context;
    private Args here;

    Account(Statements statements, Optional<UserId> user) {
      this.context = statements.get("context");
      this.here = Contexts.args(user);
    }

    @Override
    public <T> T within(Session session, Scope to, Body<T> body) {
      Args before = here;
      move(session, Contexts.args(to));
      T result;
      try {
        result = body.run(session);
      } catch (Throwable e) {
        goBack(e, () -> move(session, before));
        throw e;
      } finally {
        here = before;
      }
      move(session, before);
      return result;
    }

    private void move(Session session, Args to) {
      session.run(context, to);
      here = to;
    }
  }

  /// A snapshot.
  final class Nowhere implements Steps {
    @Override
    public <T> T within(Session session, Scope to, Body<T> body) {
      throw new IllegalStateException("this transaction has one scope");
    }
  }

  /// The arguments of the context statements.
  final class Contexts {
    private Contexts() {}

    static Args args(Scope scope) {
      return Args.of("ws", scope.workspace().value().toString())
          .and("user", scope.user().value().toString());
    }

    static Args args(Optional<UserId> user) {
      return Args.of("ws", "").and("user", user.map(id -> id.value().toString()).orElse(""));
    }
  }
}
