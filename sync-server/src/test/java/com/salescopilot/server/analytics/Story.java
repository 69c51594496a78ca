package com.salescopilot.server.analytics;

import com.salescopilot.model.event.EventType;
import com.salescopilot.model.tracking.AgentKind;
import com.salescopilot.model.tracking.HitClass;
import com.salescopilot.server.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What really happened to a mail, each thing once.
///
/// @param template what it was made from
/// @param place which step of which campaign it is, to whom
record Story(UUID mail, Optional<UUID> template, boolean bounced, List<Event> events, Place place) {
  /// Where in which campaign it stands, and who gets it.
  record Place(UUID campaign, int position, String variant, UUID person) {}

  boolean opened() {
    return events.stream()
        .anyMatch(
            event ->
                event.type() == EventType.EMAIL_OPENED
                    && event.payload().path("agent").asText().equals(AgentKind.PERSON.name()));
  }

  boolean replied() {
    return events.stream().anyMatch(event -> event.type() == EventType.EMAIL_REPLIED);
  }

  /// The first instant of a kind of event that counts.
  Optional<Instant> first(EventType type) {
    return all(type).stream().findFirst();
  }

  /// The instants of a kind of event that a person made, in their order.
  List<Instant> all(EventType type) {
    return events.stream()
        .filter(event -> event.type() == type)
        .filter(
            event ->
                type == EventType.EMAIL_REPLIED
                    || event.payload().path("agent").asText().equals(AgentKind.PERSON.name()))
        .map(Event::occurredAt)
        .sorted()
        .toList();
  }

  /// Each reply ten, and one for an open by a person that follows a counted one by a day or more.
  double points(Instant now) {
    double points = 0;
    Instant before = Instant.MIN;
    Instant counted = Instant.MIN;
    for (Instant at : all(EventType.EMAIL_OPENED)) {
      boolean counts = !before.isAfter(at.minus(HitClass.APART));
      before = at;
      if (counts && !counted.isAfter(at.minus(Duration.ofDays(1)))) {
        counted = at;
        points += faded(at, now);
      }
    }
    for (Instant at : all(EventType.EMAIL_REPLIED)) {
      points += 10 * faded(at, now);
    }
    return points;
  }

  private static double faded(Instant at, Instant now) {
    return Math.pow(2, -Duration.between(at, now).toMinutes() / (72.0 * 60));
  }
}
