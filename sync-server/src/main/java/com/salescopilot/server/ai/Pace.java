package com.salescopilot.server.ai;

import com.salescopilot.model.id.UserId;
import com.salescopilot.server.http.AppError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often one person may have an engine elsewhere asked. The built-in one costs nothing, and is
/// asked as often as one likes.
final class Pace {
  private static final int MOST = 30;
  private static final int MOST_PEOPLE = 10_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<UserId, Deque<Instant>> asked;

  Pace(InstantSource clock) {
    this.clock = clock;
    this.asked =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<UserId, Deque<Instant>> eldest) {
            return size() > MOST_PEOPLE;
          }
        };
  }

  /// Counts a question.
  ///
  /// @throws AppError.Limited if there were as many in the last minute as there may be
  synchronized void take(UserId user) {
    Instant now = clock.instant();
    Deque<Instant> last = asked.computeIfAbsent(user, _ -> new ArrayDeque<>());
    while (!last.isEmpty() && !last.getFirst().plus(MINUTE).isAfter(now)) {
      last.removeFirst();
    }
    if (last.size() >= MOST) {
      throw new AppError.Limited(
          "Another engine is asked at most " + MOST + " times a minute; ask again in a moment.",
          Duration.between(now, last.getFirst().plus(MINUTE)));
    }
    last.addLast(now);
  }
}
