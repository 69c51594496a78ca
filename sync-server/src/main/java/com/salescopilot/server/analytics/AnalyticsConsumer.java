package com.salescopilot.server.analytics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.stats.Signal;
import com.salescopilot.model.stats.Signals;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.tracking.AgentKind;
import com.salescopilot.model.tracking.Hit;
import com.salescopilot.model.tracking.HitClass;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Consumer;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.stream.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps every open and reply as a row whose id is the event's, and counts them anew into the facts
/// that travel with the e-mail. Machines' opens are kept and not counted.
public final class AnalyticsConsumer implements Consumer {
  private static final Actor ANALYTICS = new Actor.Internal("analytics");
  private static final int MOST_ROWS_OF_A_MAIL = 200;
  private static final List<String> COUNTING =
      Arrays.stream(HitClass.values())
          .filter(HitClass::counts)
          .map(AnalyticsConsumer::word)
          .toList();

  private final Streams streams;
  private final Duration early;
  private final Statements statements = Statements.load(AnalyticsConsumer.class);

  /// A consumer that writes by these streams.
  ///
  /// @param early an open sooner than this after the sending is a machine's
  public AnalyticsConsumer(Streams streams, Duration early) {
    this.streams = streams;
    this.early = early;
  }

  @Override
  public String name() {
    return "analytics";
  }

  @Override
  public void apply(Tx tx, WorkspaceId workspace, List<Event> events) {
    Set<UUID> heardOf = new LinkedHashSet<>();
    for (Event event : events) {
      switch (event.type()) {
        case EMAIL_OPENED, EMAIL_REPLIED -> heardOf.add(event.subject());
        case EMAIL_QUEUED,
            EMAIL_SENT,
            EMAIL_FAILED,
            EMAIL_UNCONFIRMED,
            EMAIL_BOUNCED,
            EMAIL_CLICKED,
            EMAIL_AUTO_REPLIED,
            EMAIL_UNSUBSCRIBED,
            EMAIL_COMPLAINED -> {}
      }
    }
    if (!heardOf.isEmpty()) {
      streams.writeWithin(
          tx,
          Scope.ofSystem(workspace),
          ANALYTICS,
          locked -> facts(locked, workspace, events, heardOf));
    }
  }

  private List<Change> facts(Tx tx, WorkspaceId workspace, List<Event> events, Set<UUID> heardOf) {
    Map<UUID, Mail> mails = new HashMap<>();
    tx.scan(
        statements.get("mails"),
        Args.of("ws", workspace).and("ids", heardOf),
        row ->
            mails.put(
                row.uuid("id"),
                new Mail(
                    row.instantMaybe("accepted_at"),
                    new AtomicInteger(row.small("rows")),
                    row.flag("erased") ? Words.FORGOTTEN : Words.KEPT)));
    ArrayNode opens = JsonNodeFactory.instance.arrayNode();
    for (Event event : events) {
      Mail mail = mails.get(event.subject());
      if (mail != null && heardOf.contains(event.subject())) {
        keep(tx, workspace, event, mail, opens);
      }
    }
    if (!opens.isEmpty()) {
      tx.exec(statements.get("opens"), Args.of("ws", workspace).and("rows", opens));
      tx.exec(
          statements.get("counted"),
          Args.of("ws", workspace)
              .and("ids", mails.keySet())
              .and("kinds", COUNTING)
              .and("apart", HitClass.APART.toSeconds()));
    }
    return count(tx, workspace, mails.keySet());
  }

  private void keep(Tx tx, WorkspaceId workspace, Event event, Mail mail, ArrayNode opens) {
    switch (event.type()) {
      case EMAIL_OPENED -> open(event, mail, opens);
      case EMAIL_REPLIED -> reply(tx, workspace, event, mail.words());
      case EMAIL_QUEUED,
          EMAIL_SENT,
          EMAIL_FAILED,
          EMAIL_UNCONFIRMED,
          EMAIL_BOUNCED,
          EMAIL_CLICKED,
          EMAIL_AUTO_REPLIED,
          EMAIL_UNSUBSCRIBED,
          EMAIL_COMPLAINED -> {}
    }
  }

  private void open(Event event, Mail mail, ArrayNode opens) {
    if (mail.rows().get() >= MOST_ROWS_OF_A_MAIL) {
      return;
    }
    Instant at = instant(event, "openedAt");
    Hit hit =
        new Hit(
            Hit.Proof.valueOf(event.payload().path("proof").asText(Hit.Proof.NONE.name())),
            event.payload().path("ahead").asBoolean(false),
            AgentKind.valueOf(event.payload().path("agent").asText(AgentKind.NONE.name())),
            text(event, "source"),
            at);
    ObjectNode row = opens.addObject();
    row.put("id", event.id().toString());
    row.put("email_id", event.subject().toString());
    row.put("opened_at", at.toString());
    row.put("kind", word(HitClass.of(hit, mail.accepted(), early)));
    hit.source().ifPresent(source -> row.put("source", source));
    mail.rows().incrementAndGet();
  }

  private static String word(HitClass kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// That there was an answer counts; what somebody says who was erased is not kept.
  private void reply(Tx tx, WorkspaceId workspace, Event event, Words words) {
    boolean kept =
        switch (words) {
          case KEPT -> true;
          case FORGOTTEN -> false;
        };
    if (!kept) {
      tx.exec(statements.get("forgetWords"), Args.of("ws", workspace).and("id", event.id()));
    }
    tx.exec(
        statements.get("reply"),
        Args.of("ws", workspace)
            .and("id", event.id())
            .and("email", event.subject())
            .and("at", instant(event, "repliedAt"))
            .and("subject", text(event, "replySubject").filter(_ -> kept))
            .and("body", text(event, "replyBody").filter(_ -> kept)));
  }

  private List<Change> count(Tx tx, WorkspaceId workspace, Set<UUID> mails) {
    Args which = Args.of("ws", workspace).and("ids", mails);
    Map<UUID, List<Signal>> signals = new HashMap<>();
    tx.scan(
        statements.get("signals"),
        which,
        row ->
            signals
                .computeIfAbsent(row.uuid("email_id"), _ -> new ArrayList<>())
                .add(
                    new Signal(
                        Signal.Kind.valueOf(row.text("kind")),
                        row.uuid("email_id"),
                        row.instant("at"))));
    List<Change> facts = new ArrayList<>();
    tx.scan(
        statements.get("facts"),
        which,
        row ->
            facts.add(
                new EmailCommand.Engaged(
                    row.uuid("id"),
                    row.instantMaybe("opened_at"),
                    row.small("opens"),
                    row.instantMaybe("replied_at"),
                    row.small("replies"),
                    Signals.counted(signals.getOrDefault(row.uuid("id"), List.of())))));
    return facts;
  }

  private static Instant instant(Event event, String member) {
    return text(event, member).map(Instant::parse).orElse(event.occurredAt());
  }

  private static Optional<String> text(Event event, String member) {
    return Optional.ofNullable(event.payload().path(member).textValue());
  }

  /// An e-mail that something was heard of.
  ///
  /// @param accepted when the receiving server took it
  /// @param rows how many opens are kept already, those of this batch among them
  /// @param words whether what is said in answers to it is kept
  private record Mail(Optional<Instant> accepted, AtomicInteger rows, Words words) {}

  private enum Words {
    KEPT,
    FORGOTTEN
  }
}
