package com.salescopilot.server.sync;

import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.server.PullPages;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.Streams;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// A pull that waits for news while there are none: what makes an edit appear on the other screen
/// at once.
final class LivePull {
  private final Streams streams;
  private final Heads heads;
  private final RandomGenerator random;

  LivePull(Streams streams, Heads heads, RandomGenerator random) {
    this.streams = streams;
    this.heads = heads;
    this.random = random;
  }

  /// How a request waits without counting as load.
  interface Parking {
    Boolean park(Supplier<Boolean> waiting);
  }

  /// The answer to a pull, or empty if there were no news in the time it would wait.
  Optional<PullAnswer> first(Scope scope, PullRequest pull, Duration patience, Parking parking) {
    long deadline = System.nanoTime() + shortened(patience).toNanos();
    while (true) {
      Heads.Ticket ticket = heads.ticket(scope.workspace());
      Streams.FirstPage first = streams.pull(scope, pull);
      if (patience.isZero() || isNews(first, pull)) {
        return Optional.of(new PullAnswer(streams, scope, pull, first));
      }
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (!left.isPositive() || !parking.park(() -> ticket.await(left))) {
        return Optional.empty();
      }
    }
  }

  /// A fifth less at most, so that clients that began together do not come back together.
  private Duration shortened(Duration patience) {
    return patience.minusMillis(random.nextLong(Math.max(1, patience.toMillis() / 5)));
  }

  private static boolean isNews(Streams.FirstPage first, PullRequest pull) {
    PullPages.Page page = first.page();
    boolean confirmation =
        page.end().acked().filter(acked -> acked.seq() > pull.acked()).isPresent();
    return !first.full().isEmpty()
        || confirmation
        || !page.lines().isEmpty()
        || !page.end().cursors().equals(pull.cursors());
  }
}
