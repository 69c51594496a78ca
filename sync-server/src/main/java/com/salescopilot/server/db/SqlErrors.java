package com.salescopilot.server.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// From SQLSTATE to [DbFailure]: the one table that knows the codes.
final class SqlErrors {

  private SqlErrors() {}

  /// The failure behind `thrown`, if a database is behind it at all.
  static Optional<DbFailure> find(Throwable thrown, String doing) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return Optional.of(of(sql, doing));
      }
    }
    return Optional.empty();
  }

  static DbFailure of(SQLException e, String doing) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    if (state.isEmpty() && e instanceof SQLTransientConnectionException) {
      return new DbFailure.Unavailable(doing + ": no connection is free", false, e);
    }
    return switch (state) {
      case "40001", "40P01" ->
          new DbFailure.Unavailable(doing + ": gave way to another (" + state + ")", true, e);
      // the server stood still for longer than a transaction may
      case "25P03", "25P04" ->
          new DbFailure.Unavailable(doing + ": ended for its idleness (" + state + ")", false, e);
      case "55P03" -> new DbFailure.Unavailable(doing + ": a lock is held", false, e);
      case "23505", "23P01" -> new DbFailure.Conflict(constraint(e), e);
      default -> byClass(state, e, doing);
    };
  }

  private static DbFailure byClass(String state, SQLException e, String doing) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "53", "57" ->
          new DbFailure.Unavailable(doing + ": not available (" + state + ")", false, e);
      case "22", "23" -> new DbFailure.Invalid(state, constraint(e), e);
      default -> new DbFailure.Internal(doing + ": failed with SQLSTATE " + state, e);
    };
  }

  private static String constraint(SQLException e) {
    return e instanceof PSQLException known
        ? Optional.ofNullable(known.getServerErrorMessage())
            .map(ServerErrorMessage::getConstraint)
            .orElse("")
        : "";
  }
}
