package com.salescopilot.model.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How much a prospect is moved by our mails just now: signals that fade, half of each in three
/// days, and are forgotten after two weeks. Comes with its reasons, so that it can be argued with.
///
/// @param current the sum now
/// @param previous the sum as it was three days ago
/// @param reasons what it is made of now, the weightiest first
public record Momentum(double current, double previous, List<Reason> reasons) {
  /// How far back signals matter: what was in sight three days ago.
  public static final Duration REACH = Duration.ofDays(14 + 3);

  /// Less than this is nothing to speak of.
  public static final double LEAST = 0.5;

  private static final Duration HALF_LIFE = Duration.ofDays(3);
  private static final Duration SEEN = Duration.ofDays(14);
  private static final Duration BETWEEN_OPENS = Duration.ofDays(1);
  private static final double RISES = 1.1;
  private static final double COOLS = 0.9;

  public Momentum {
    reasons = List.copyOf(reasons);
  }

  /// A signal and what it counts for now.
  public record Reason(Signal signal, double points) {}

  /// Where it goes.
  public enum Trend {
    /// More than a tenth above three days ago.
    RISING,
    /// About as three days ago.
    STEADY,
    /// More than a tenth below three days ago.
    COOLING
  }

  /// The momentum of one prospect.
  ///
  /// @param signals all of the prospect's since [#REACH] ago, in any order
  public static Momentum of(List<Signal> signals, Instant now) {
    List<Signal> counted = counted(signals);
    List<Reason> reasons = new ArrayList<>();
    double current = 0;
    double previous = 0;
    for (Signal signal : counted) {
      double points = points(signal, now);
      current += points;
      previous += points(signal, now.minus(HALF_LIFE));
      if (points > 0) {
        reasons.add(new Reason(signal, points));
      }
    }
    reasons.sort(
        Comparator.comparingDouble(Reason::points)
            .thenComparing(reason -> reason.signal().at())
            .reversed());
    return new Momentum(current, previous, reasons);
  }

  /// Where it goes.
  public Trend trend() {
    if (current > RISES * previous) {
      return Trend.RISING;
    }
    return current < COOLS * previous ? Trend.COOLING : Trend.STEADY;
  }

  /// Whether there is anything to speak of.
  public boolean isListed() {
    return current >= LEAST;
  }

  /// Somebody who looks at a mail ten times in an afternoon is not ten times as interested.
  static List<Signal> counted(Collection<Signal> signals) {
    List<Signal> inOrder = new ArrayList<>(signals);
    inOrder.sort(Comparator.comparing(Signal::at));
    Map<UUID, Instant> opened = new HashMap<>();
    List<Signal> counted = new ArrayList<>();
    for (Signal signal : inOrder) {
      if (signal.kind() == Signal.Kind.OPEN) {
        Instant last = opened.get(signal.mail());
        if (last != null && signal.at().isBefore(last.plus(BETWEEN_OPENS))) {
          continue;
        }
        opened.put(signal.mail(), signal.at());
      }
      counted.add(signal);
    }
    return counted;
  }

  private static double points(Signal signal, Instant now) {
    Duration age = Duration.between(signal.at(), now);
    boolean seen = !age.isNegative() && age.compareTo(SEEN) < 0;
    return seen
        ? signal.kind().weight() * Math.pow(2, -age.toMillis() / (double) HALF_LIFE.toMillis())
        : 0;
  }
}
