package com.salescopilot.server.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/// A connection whose transaction belongs to someone else.
///
/// DbClient 4.1.7 calls `setAutoCommit(true)` before every statement, which would *commit* half a
/// transaction, and `close` after it. Both do nothing here; the end of the transaction is refused.
final class GuardedConnection implements InvocationHandler {

  private final Connection owned;

  private GuardedConnection(Connection owned) {
    this.owned = owned;
  }

  static Connection around(Connection owned) {
    return (Connection)
        Proxy.newProxyInstance(
            GuardedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new GuardedConnection(owned));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    return switch (method.getName()) {
      case "close", "setAutoCommit" -> null;
      case "commit", "abort" -> throw refused(method);
      case "rollback" -> {
        if (args == null || args.length == 0) {
          throw refused(method);
        }
        yield call(method, args);
      }
      default -> call(method, args);
    };
  }

  private @Nullable Object call(Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(owned, args);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static UnsupportedOperationException refused(Method method) {
    return new UnsupportedOperationException(
        method.getName() + ": the transaction ends with the body it was given to");
  }
}
