package com.salescopilot.server.sending;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.keys.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What the worker refuses is what "why" says, for every gate that the server can close.
final class WhyIsRefusalTest {
  /// These say why there is no mail yet; the worker never sees one.
  private static final Set<HeldCode> BEFORE_THE_MAIL =
      EnumSet.of(
          HeldCode.NO_MAILBOX,
          HeldCode.EMPTY_FIELD,
          HeldCode.WAITING_OUTCOME,
          HeldCode.NO_WINDOW,
          HeldCode.BEYOND_HORIZON,
          HeldCode.OUTSIDE_SLOT); // whose word is the plan's: LateMailTest

  /// Nothing on the server closes these yet.
  private static final Set<HeldCode> NEVER = EnumSet.of(HeldCode.UNREAD, HeldCode.PROVIDER_LIMIT);

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db);

  @TempDir Path directory = Path.of("target");

  private final Statements statements = Statements.load(WhyIsRefusalTest.class);

  @Test
  void the_worker_refuses_what_why_tells_for_the_same_reason() throws Exception {
    Set<HeldCode> codes = EnumSet.allOf(HeldCode.class);
    codes.removeAll(BEFORE_THE_MAIL);
    codes.removeAll(NEVER);
    for (HeldCode code : codes) {
      Case one = new Case();
      if (code == HeldCode.SUPPRESSED) {
        assertThat(one.ana.post("/suppressions", "{\"address\":\"bo@acme.example\"}").status())
            .isEqualTo(201);
      } else if (code == HeldCode.UNDO) {
        one.letterInstead(120); // a step waits for its slot, and for what its plan says
      } else if (code == HeldCode.EXPIRED) {
        one.letterInstead(0);
        one.run(code.name());
      } else {
        one.run(code.name());
      }
      String why = one.ana.get("/emails/" + one.mail + "/why").at("binding");
      assertThat(why).as("why says").isEqualTo(code.name());
      Map<UUID, Gate.Held> refused = one.claimed().refused();
      assertThat(refused.keySet()).containsExactly(one.mail);
      assertThat(requireNonNull(refused.get(one.mail)).code())
          .as("the worker says")
          .isEqualTo(code);
    }
    Case open = new Case();
    assertThat(open.claimed().letters()).as("with all gates open it leaves").hasSize(1);
  }

  /// A step's mail that is due in a workspace of its own.
  private final class Case {
    private final Scope scope = db.newWorkspace();
    private final TestApi.Client ana = api.as(scope);
    private final UUID mailbox;
    private UUID mail;

    Case() {
      db.addMailbox(scope);
      UUID bo = UUID.randomUUID();
      write(
          new Change.Create(
              new RowKey(Entity.PROSPECT, bo),
              new TreeMap<>(Map.of("email", Value.text("bo@acme.example")))));
      String campaign =
          ana.post(
                  "/campaigns",
                  "{\"name\":\"C\",\"policy\":%s,\"prospectIds\":[\"%s\"]}"
                      .formatted(openNow(), bo))
              .at("id");
      ana.post(
          "/campaigns/" + campaign + "/steps",
          "{\"position\":1,\"subject\":\"S\",\"bodyText\":\"Hello, {{unsubscribeUrl}}\"}");
      assertThat(
              ana.patch("/campaigns/" + campaign + "/status", "{\"status\":\"ACTIVE\"}").status())
          .isEqualTo(200);
      mail = DerivedId.stepEmail(UUID.fromString(campaign), bo, 1, 0);
      write(
          new EmailCommand.Due(
              mail,
              UUID.fromString(campaign),
              bo,
              1,
              0,
              "A",
              Optional.empty(),
              0,
              Optional.empty(),
              "bo@acme.example",
              "S",
              new Value.Fields(new TreeMap<>(Map.of("text", Value.text("Hello")))),
              Optional.empty(),
              Clock.systemUTC().instant().minusSeconds(60),
              Optional.empty()));
      mailbox =
          db.database()
              .inWorkspace(
                  scope,
                  tx ->
                      tx.one(
                          statements.get("lease"),
                          Args.of("ws", scope.workspace()),
                          row -> row.uuid("id")));
      run("job");
    }

    /// Hours that are open whenever the test runs.
    private static String openNow() {
      int east = 12 - Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getHour();
      return """
      {"days":["MON","TUE","WED","THU","FRI","SAT","SUN"],"zone":"Etc/GMT%+d"}\
      """
          .formatted(-east);
    }

    void letterInstead(int undoSeconds) {
      mail =
          UUID.fromString(
              ana.post(
                      "/emails/send",
                      "{\"to\":\"bo@acme.example\",\"subject\":\"S\",\"bodyText\":\"T\","
                          + "\"idempotencyKey\":\"k\",\"undoSeconds\":%d}".formatted(undoSeconds))
                  .at("id"));
      run("only");
      run("job");
    }

    private void write(Change change) {
      api.streams().write(scope, new Actor.Internal("test"), List.of(change));
    }

    void run(String statement) {
      db.database()
          .inWorkspace(
              scope,
              tx ->
                  tx.exec(
                      statements.get(statement),
                      Args.of("ws", scope.workspace()).and("mail", mail).and("mailbox", mailbox)));
    }

    Claims.Claimed claimed() throws Exception {
      Relay relay =
          new Relay(
              "127.0.0.1",
              1,
              Optional.empty(),
              Optional.empty(),
              Relay.Security.NONE,
              "sales@relay.example",
              1);
      return new Claims(
              new Writes(api.streams()),
              relay,
              tokens(),
              path -> "https://track.example" + path,
              Clock.systemUTC())
          .claim(new Lease(scope.workspace(), mailbox, 7, false), 10);
    }
  }

  private Tokens tokens() throws Exception {
    Path file =
        Files.createFile(
            directory.resolve(UUID.randomUUID() + ".key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    Files.writeString(file, "k1 " + key + "\n", StandardCharsets.UTF_8);
    return new Tokens(new KeyFile(file).read().orElseThrow());
  }
}
