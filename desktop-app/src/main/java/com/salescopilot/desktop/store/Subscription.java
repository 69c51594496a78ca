package com.salescopilot.desktop.store;

/// Ends a listening when it is closed.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
