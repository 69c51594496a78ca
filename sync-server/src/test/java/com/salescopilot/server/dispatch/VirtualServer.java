package com.salescopilot.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.Tokens;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// A workspace on a real database, by a clock that is set forward: the dispatcher looks when it
/// said that it would, and each mail is received in the instant in which it may leave.
final class VirtualServer {
  private static final Actor WORKER = new Actor.Internal("test");

  private final TestDatabase db;
  private final TestApi api;
  private final Hands clock;
  private final Dispatcher dispatcher;
  private final Statements statements = Statements.load(VirtualServer.class);
  final Scope scope;
  final TestApi.Client ana;
  final UUID mailbox;

  VirtualServer(TestDatabase db, TestApi api, Hands clock, Tokens tokens) {
    this.db = db;
    this.api = api;
    this.clock = clock;
    scope = db.newWorkspace();
    ana = api.as(scope);
    db.addMailbox(scope);
    mailbox = one("mailbox", Args.of("ws", scope.workspace()));
    dispatcher =
        new Dispatcher(
            db.database(), api.streams(), tokens, () -> URI.create("https://track.example"), clock);
  }

  /// A mail that was sent.
  ///
  /// @param step position of the step; 0 for a letter by hand
  record Sent(UUID id, UUID mailbox, int step, Instant at) {
    String line() {
      return id + " " + at;
    }
  }

  private record Due(UUID id, int step, Instant at, Optional<UUID> enrolment) {}

  /// Lives until then.
  ///
  /// @param as how a mail ends
  List<Sent> until(Instant end, Function<Sent, EmailStatus> as) {
    List<Sent> sent = new ArrayList<>();
    Instant wake = dispatcher.look(scope.workspace());
    while (true) {
      List<Due> waiting = due();
      for (Due mail : waiting) {
        wake = mail.at().isBefore(wake) ? mail.at() : wake;
      }
      if (wake.isAfter(end)) {
        return sent;
      }
      clock.set(wake.isAfter(clock.instant()) ? wake : clock.instant());
      for (Due mail : waiting) {
        if (!mail.at().isAfter(clock.instant())) {
          Sent now = new Sent(mail.id(), mailbox, mail.step(), clock.instant());
          ends(now, mail, as.apply(now));
          sent.add(now);
        }
      }
      wake = dispatcher.look(scope.workspace());
    }
  }

  private void ends(Sent mail, Due due, EmailStatus as) {
    write(
        new EmailCommand.Claim(
            mail.id(), mail.mailbox(), "a@b.example", Optional.empty(), mail.id() + "@b"),
        new EmailCommand.Ended(mail.id(), as, mail.at(), Optional.empty(), Optional.empty()));
    if (as == EmailStatus.BOUNCED) {
      write(
          new EnrolmentCommand.Propose(
              due.enrolment().orElseThrow(), EnrolmentStatus.BOUNCED, Optional.empty()));
    }
  }

  void write(Change... changes) {
    api.streams().write(scope, WORKER, List.of(changes));
  }

  /// What a campaign's forecast says of each mail until then.
  List<String> forecast(String campaign, int days, Instant end) {
    List<String> lines = new ArrayList<>();
    JsonNode slots =
        ana.get("/campaigns/" + campaign + "/forecast?days=" + days).json().path("slots");
    for (JsonNode slot : slots) {
      if (!Instant.parse(slot.path("at").asText()).isAfter(end)) {
        lines.add(slot.path("emailId").asText() + " " + slot.path("at").asText());
      }
    }
    return lines;
  }

  String made(String path, String body) {
    TestApi.Reply reply = ana.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.at("id");
  }

  void policy(String json) {
    run("policy", Args.of("ws", scope.workspace()).and("policy", json));
  }

  void dailyCap(int most) {
    run("dailyCap", Args.of("ws", scope.workspace()).and("most", most));
  }

  private List<Due> due() {
    return db.database()
        .inWorkspace(
            scope,
            tx ->
                tx.list(
                    statements.get("due"),
                    Args.of("ws", scope.workspace()),
                    row ->
                        new Due(
                            row.uuid("id"),
                            row.small("step"),
                            row.instantMaybe("not_before").orElse(Instant.EPOCH),
                            row.uuidMaybe("enrolment"))));
  }

  private UUID one(String statement, Args args) {
    return db.database()
        .inWorkspace(scope, tx -> tx.one(statements.get(statement), args, row -> row.uuid("id")));
  }

  private void run(String statement, Args args) {
    db.database().inWorkspace(scope, tx -> tx.exec(statements.get(statement), args));
  }
}
