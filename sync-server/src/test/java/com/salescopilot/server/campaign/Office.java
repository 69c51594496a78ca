package com.salescopilot.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Somebody with a campaign, over REST; and the server beside, which makes and sends its mails.
final class Office {
  static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  private static final Actor SERVER = new Actor.Internal("test");
  private static final String BODY = "Hello {{firstName}}, {{unsubscribeUrl}}";

  private final TestApi api;
  final Scope scope;
  final TestApi.Client ana;
  final TestApi.Client admin;

  Office(TestDatabase db, TestApi api) {
    this.api = api;
    scope = db.newWorkspace();
    ana = api.as(scope);
    admin = api.asAdmin(scope);
  }

  String prospect(String address, String firstName) {
    UUID id = UUID.randomUUID();
    TreeMap<String, Value> fields = new TreeMap<>(Map.of("email", Value.text(address)));
    if (!firstName.isEmpty()) {
      fields.put("firstName", Value.text(firstName));
    }
    write(new Change.Create(new RowKey(Entity.PROSPECT, id), fields));
    return id.toString();
  }

  String campaign(String... prospects) {
    String people = prospects.length == 0 ? "[]" : "[\"" + String.join("\",\"", prospects) + "\"]";
    return made("/campaigns", "{\"name\":\"Autumn\",\"prospectIds\":%s}".formatted(people));
  }

  /// A step that could leave.
  String step(String campaign, int position) {
    return step(campaign, position, "Question", BODY);
  }

  String step(String campaign, int position, String subject, String body) {
    return made(
        "/campaigns/" + campaign + "/steps",
        "{\"position\":%d,\"subject\":\"%s\",\"bodyText\":\"%s\"}"
            .formatted(position, subject, body));
  }

  Reply status(String campaign, String status) {
    return ana.patch("/campaigns/" + campaign + "/status", "{\"status\":\"%s\"}".formatted(status));
  }

  Reply enrolment(String campaign, String prospect) {
    Reply all = ana.get("/campaigns/" + campaign + "/prospects");
    for (var item : all.json().path("items")) {
      if (item.path("prospectId").asText().equals(prospect)) {
        return new Reply(200, item, item.toString(), null);
      }
    }
    throw new AssertionError("not enrolled");
  }

  /// The mail of a step, made and not sent yet.
  UUID due(String campaign, String prospect, int position) {
    UUID id =
        DerivedId.stepEmail(UUID.fromString(campaign), UUID.fromString(prospect), position, 0);
    Doc person =
        new Doc(
            Entity.PROSPECT,
            UUID.fromString(prospect),
            0,
            new TreeMap<>(Map.of("email", Value.text(address(prospect)))));
    write(
        new EmailCommand.Due(
            id,
            UUID.fromString(campaign),
            person.id(),
            position,
            0,
            "A",
            Optional.empty(),
            0,
            Optional.empty(),
            person.text("email").orElseThrow(),
            "Question",
            new Value.Fields(new TreeMap<>(Map.of("text", Value.text("Hello")))),
            Optional.empty(),
            NOW,
            Optional.empty()));
    return id;
  }

  private String address(String prospect) {
    return ana.get("/prospects/" + prospect).at("email");
  }

  /// Lets a worker end with a mail so.
  void ends(UUID mail, EmailStatus as) {
    write(new EmailCommand.Claim(mail, UUID.randomUUID(), "a@b.example", Optional.empty(), "m@b"));
    write(new EmailCommand.Ended(mail, as, NOW, Optional.of("550 no"), Optional.empty()));
  }

  void write(Change... changes) {
    api.streams().write(scope, SERVER, List.of(changes));
  }

  String made(String path, String body) {
    Reply reply = ana.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.at("id");
  }
}
