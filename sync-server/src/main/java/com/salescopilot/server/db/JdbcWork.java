package com.salescopilot.server.db;

import java.sql.Connection;
import java.sql.SQLException;

/// Plain JDBC inside a transaction of the façade; an `SQLException` leaves it as [DbFailure].
@FunctionalInterface
public interface JdbcWork<T> {
  T run(Connection connection) throws SQLException;
}
