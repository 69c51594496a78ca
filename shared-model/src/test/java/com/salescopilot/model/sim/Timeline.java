package com.salescopilot.model.sim;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Virtual time: what is to happen, in order.
final class Timeline {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private final Dice dice;
  private long now;
  private long order;

  Timeline(Dice dice) {
    this.dice = dice;
  }

  private record Event(long at, long order, long dice, Runnable work) {}

  long millis() {
    return now;
  }

  Instant instant() {
    return START.plusMillis(now);
  }

  boolean isQuiet() {
    return events.isEmpty();
  }

  void after(long delay, Runnable work) {
    events.add(new Event(now + delay, order++, dice.nextLong(), work));
  }

  /// Lets time pass and everything happen that is due by then.
  void pass(long millis) {
    long until = now + millis;
    while (!events.isEmpty() && events.peek().at() <= until) {
      Event next = events.remove();
      now = Math.max(now, next.at());
      dice.throwAnew(next.dice());
      next.work().run();
    }
    now = until;
  }
}
