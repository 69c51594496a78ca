package com.salescopilot.desktop.ui;

import com.salescopilot.desktop.store.Subscription;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// Several subscriptions that end together, in the reverse order of their beginning.
public final class Subscriptions implements Subscription {
  private final List<Subscription> open = new ArrayList<>();

  /// Some that began already.
  public static Subscriptions of(Subscription... begun) {
    Subscriptions all = new Subscriptions();
    for (Subscription each : begun) {
      all.add(each);
    }
    return all;
  }

  /// One more.
  public Subscriptions add(Subscription begun) {
    open.add(begun);
    return this;
  }

  /// Calls when a value becomes another.
  public static Subscription onChange(ObservableValue<?> value, Runnable changed) {
    ChangeListener<Object> listener = (_, _, _) -> changed.run();
    value.addListener(listener);
    return () -> value.removeListener(listener);
  }

  @Override
  public void close() {
    open.reversed().forEach(Subscription::close);
    open.clear();
  }
}
