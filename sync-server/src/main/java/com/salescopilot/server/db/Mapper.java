package com.salescopilot.server.db;

/// Makes a value of one row. The row is only valid during the call.
@FunctionalInterface
public interface Mapper<T> {
  T map(Row row);
}
