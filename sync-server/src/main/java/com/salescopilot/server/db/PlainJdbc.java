package com.salescopilot.server.db;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the few classes outside this package that may meet `java.sql`.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PlainJdbc {

  /// Why the façade does not do: COPY, a cursor, a savepoint, LISTEN, thousands of rows.
  String value();
}
