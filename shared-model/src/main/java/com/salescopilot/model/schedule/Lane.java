package com.salescopilot.model.schedule;

import com.salescopilot.model.schedule.State.Campaign;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// The waiting mails of one campaign to recipients of one zone. The same hours are open to all of
/// them, so only their heads compete with those of other lanes.
final class Lane {
  private static final Comparator<Candidate> BY_READY = Lane::byReady;

  private final Campaign campaign;
  private final Holding holding;
  private final Rules rules;
  private final ZoneId zone;
  private final Openings openings;
  private final Allowance allowance;

  /// Those whose day has not come, by when it does.
  private final PriorityQueue<Candidate> waiting = new PriorityQueue<>(BY_READY);

  /// Those that wait for their turn alone.
  private final PriorityQueue<Candidate> open = new PriorityQueue<>(Candidate.FIRST);

  /// What waits in a lane.
  enum Holding {
    /// Mails that are to be made.
    PLANNED,
    /// Rows, each made for an instant.
    MADE
  }

  Lane(
      Campaign campaign,
      Holding holding,
      Rules rules,
      ZoneId zone,
      Openings openings,
      Allowance allowance) {
    this.campaign = campaign;
    this.holding = holding;
    this.rules = rules;
    this.zone = zone;
    this.openings = openings;
    this.allowance = allowance;
  }

  private static int byReady(Candidate one, Candidate other) {
    int order = one.ready().compareTo(other.ready());
    return order == 0 ? Candidate.FIRST.compare(one, other) : order;
  }

  Campaign campaign() {
    return campaign;
  }

  Holding holding() {
    return holding;
  }

  Rules rules() {
    return rules;
  }

  ZoneId zone() {
    return zone;
  }

  Openings openings() {
    return openings;
  }

  Allowance allowance() {
    return allowance;
  }

  /// Whether its campaign is over by then.
  boolean isEnded(Instant at) {
    return campaign.endDate().filter(end -> !at.isBefore(end)).isPresent();
  }

  void add(Candidate candidate) {
    waiting.add(candidate);
  }

  boolean isEmpty() {
    return waiting.isEmpty() && open.isEmpty();
  }

  /// The first instant at which one of its mails could leave.
  ///
  /// @param base before which none can
  /// @return empty if nothing waits or no hour is open
  Optional<Instant> next(Instant base) {
    if (isEmpty()) {
      return Optional.empty();
    }
    if (open.isEmpty() && waiting.element().ready().isAfter(base)) {
      return openings.fit(waiting.element().ready());
    }
    return openings.fit(base);
  }

  /// The mail of which it is the turn at an instant. From then on nothing leaves earlier.
  Candidate head(Instant at) {
    while (!waiting.isEmpty() && !waiting.element().ready().isAfter(at)) {
      open.add(waiting.remove());
    }
    return open.element();
  }

  /// Takes the head away.
  Candidate take() {
    return open.remove();
  }

  /// Takes all away.
  void clear(Consumer<Candidate> taken) {
    open.forEach(taken);
    waiting.forEach(taken);
    open.clear();
    waiting.clear();
  }
}
