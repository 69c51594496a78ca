package com.salescopilot.server.campaign;

import com.salescopilot.model.campaign.CompanyStop;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.campaign.OutOfOffice;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.Company;
import com.salescopilot.model.mail.SuppressionSource;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.model.sync.SuppressionCommand;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Event;
import com.salescopilot.server.stream.RowTables;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who gets no further mail of a campaign, as events tell. Each only proposes: the status of the
/// higher rank stays, so their order does not matter.
final class StopRules {
  private static final int SOFT_BOUNCES = 3;
  private static final int SOFT_DAYS = 30;

  private final Statements statements = Statements.load(StopRules.class);

  /// What follows from these events.
  List<Change> changes(Tx tx, WorkspaceId workspace, List<Event> events) {
    List<Event> stops = events.stream().filter(StopRules::stops).toList();
    List<Change> changes = new ArrayList<>();
    if (stops.isEmpty()) {
      return changes;
    }
    Map<UUID, Mail> mails = mails(tx, workspace, stops);
    CompanyStop colleagues =
        tx.one(
            statements.get("policy"),
            Args.of("ws", workspace),
            row -> CompanyStop.of(row.json("policy")));
    for (Event event : stops) {
      Mail mail = mails.get(event.subject());
      if (mail != null) {
        new One(tx, workspace, event, mail, colleagues, changes).apply();
      }
    }
    return changes;
  }

  private static boolean stops(Event event) {
    return switch (event.type()) {
      // what nobody proved stops nothing
      case EMAIL_REPLIED -> event.payload().path("verified").asBoolean(true);
      case EMAIL_AUTO_REPLIED, EMAIL_BOUNCED, EMAIL_UNSUBSCRIBED, EMAIL_COMPLAINED -> true;
      case EMAIL_QUEUED, EMAIL_SENT, EMAIL_FAILED, EMAIL_UNCONFIRMED, EMAIL_OPENED, EMAIL_CLICKED ->
          false;
    };
  }

  private Map<UUID, Mail> mails(Tx tx, WorkspaceId workspace, List<Event> events) {
    Map<UUID, Mail> mails = new HashMap<>();
    tx.scan(
        statements.get("mails"),
        Args.of("ws", workspace).and("mails", events.stream().map(Event::subject).toList()),
        row -> mails.put(row.uuid("id"), Mail.of(row)));
    return mails;
  }

  /// A mail that an event is about.
  ///
  /// @param enrolment its prospect's in its campaign
  /// @param prospect the one that stands for it now, if it was merged
  private record Mail(String to, Optional<UUID> enrolment, Optional<UUID> prospect, String zone) {
    static Mail of(Row row) {
      return new Mail(
          row.text("to_email"),
          row.uuidMaybe("enrolment"),
          row.uuidMaybe("prospect"),
          row.textMaybe("zone").orElse(""));
    }

    ZoneId recipientZone() {
      try {
        return ZoneId.of(zone);
      } catch (DateTimeException _) {
        return ZoneOffset.UTC;
      }
    }
  }

  /// What one event does.
  private final class One {
    private final Tx tx;
    private final WorkspaceId workspace;
    private final Event event;
    private final Mail mail;
    private final CompanyStop colleagues;
    private final List<Change> changes;

    One(
        Tx tx,
        WorkspaceId workspace,
        Event event,
        Mail mail,
        CompanyStop colleagues,
        List<Change> changes) {
      this.tx = tx;
      this.workspace = workspace;
      this.event = event;
      this.mail = mail;
      this.colleagues = colleagues;
      this.changes = changes;
    }

    void apply() {
      switch (event.type()) {
        case EMAIL_REPLIED -> replied();
        case EMAIL_AUTO_REPLIED -> away();
        case EMAIL_BOUNCED -> bounced();
        case EMAIL_UNSUBSCRIBED -> optedOut(SuppressionSource.UNSUBSCRIBED);
        case EMAIL_COMPLAINED -> optedOut(SuppressionSource.COMPLAINED);
        case EMAIL_QUEUED,
            EMAIL_SENT,
            EMAIL_FAILED,
            EMAIL_UNCONFIRMED,
            EMAIL_OPENED,
            EMAIL_CLICKED -> {}
      }
    }

    private void replied() {
      mail.enrolment().ifPresent(id -> propose(id, EnrolmentStatus.REPLIED, Optional.empty()));
      mail.prospect()
          .ifPresent(
              prospect ->
                  each(
                      "elsewhere",
                      Args.of("ws", workspace)
                          .and("prospect", prospect)
                          .and("but", mail.enrolment()),
                      EnrolmentStatus.EXCLUDED,
                      "REPLIED_ELSEWHERE"));
      if (colleagues == CompanyStop.OFF) {
        return;
      }
      Company.domain(mail.to())
          .ifPresent(
              domain ->
                  each(
                      "colleagues",
                      Args.of("ws", workspace)
                          .and("domain", domain)
                          .and("prospect", mail.prospect()),
                      EnrolmentStatus.EXCLUDED,
                      "COMPANY_REPLIED"));
    }

    /// Who has left the company comes back only by a person's word.
    private void away() {
      boolean left = event.payload().path("left").asBoolean(false);
      mail.enrolment()
          .ifPresent(
              id ->
                  changes.add(
                      new EnrolmentCommand.Propose(
                          id,
                          EnrolmentStatus.PAUSED,
                          Optional.of(left ? "LEFT" : "OOO"),
                          left
                              ? Optional.empty()
                              : Optional.of(
                                  OutOfOffice.resumeAt(
                                      back(), event.occurredAt(), mail.recipientZone())))));
    }

    private Optional<LocalDate> back() {
      try {
        return Optional.of(LocalDate.parse(event.payload().path("returnDate").asText()));
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }

    private void bounced() {
      boolean soft = event.payload().path("bounce").asText().equals("soft");
      if (soft && softBounces() < SOFT_BOUNCES) {
        return;
      }
      note(SuppressionSource.BOUNCED);
      mail.enrolment().ifPresent(id -> propose(id, EnrolmentStatus.BOUNCED, Optional.empty()));
    }

    private long softBounces() {
      return mail.prospect()
          .map(
              prospect ->
                  tx.one(
                      statements.get("bounces"),
                      Args.of("ws", workspace)
                          .and("prospect", prospect)
                          .and("since", event.occurredAt().minus(SOFT_DAYS, ChronoUnit.DAYS)),
                      row -> row.whole("n")))
          .orElse(0L);
    }

    private void optedOut(SuppressionSource source) {
      note(source);
      each(
          "ofAddress",
          Args.of("ws", workspace).and("key", RowTables.addressKey(mail.to())),
          EnrolmentStatus.UNSUBSCRIBED,
          source.name());
    }

    private void note(SuppressionSource source) {
      String key = RowTables.addressKey(mail.to());
      changes.add(
          new SuppressionCommand.Note(
              DerivedId.suppression(workspace, key), mail.to(), source, Optional.empty()));
    }

    private void each(String statement, Args args, EnrolmentStatus status, String reason) {
      tx.scan(
          statements.get(statement),
          args,
          row -> propose(row.uuid("id"), status, Optional.of(reason)));
    }

    private void propose(UUID enrolment, EnrolmentStatus status, Optional<String> reason) {
      changes.add(new EnrolmentCommand.Propose(enrolment, status, reason));
    }
  }
}
