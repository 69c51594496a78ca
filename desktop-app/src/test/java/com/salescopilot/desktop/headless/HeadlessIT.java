package com.salescopilot.desktop.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.desktop.network.TestServer;
import com.salescopilot.model.value.ValueJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The run contract of `--headless` where it needs a server: two machines of one person.
final class HeadlessIT {
  @RegisterExtension static final TestServer server = new TestServer();

  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path temporary;
  private final Console.Clock clock = new Console.Clock();
  private final String email = TestServer.newAddress();
  private Console desk;
  private Console laptop;

  @BeforeEach
  void start() {
    desk = Console.start(temporary.resolve("desk"), clock);
    laptop = Console.start(temporary.resolve("laptop"), clock);
  }

  @AfterEach
  void close() {
    desk.close();
    laptop.close();
  }

  private String who(String command, String address, String password) {
    return "{'cmd':'%s','server':'%s','email':'%s','password':'%s'}"
        .formatted(command, server.api(), address, password);
  }

  private void signInBoth() {
    desk.done(who("signup", email, TestServer.PASSWORD));
    laptop.done(who("login", email, TestServer.PASSWORD));
    sync(desk, laptop);
  }

  private static void sync(Console... clients) {
    for (Console client : clients) {
      assertThat(client.ask("{'cmd':'sync'}"))
          .isEqualTo(ValueJson.tree("{\"ok\":true,\"pending\":0}"));
    }
  }

  private static void apart(Console... clients) {
    for (Console client : clients) {
      client.done("{'cmd':'go-offline'}");
    }
  }

  private static void together(Console... clients) {
    for (Console client : clients) {
      client.done("{'cmd':'go-online'}");
    }
    sync(clients);
    sync(clients);
  }

  @Test
  void signup_and_login_answer_with_the_same_ids() {
    String signUp =
        who("signup", email, TestServer.PASSWORD)
            .replace("}", ",'firstName':'Anna','lastName':'Berg'}");
    JsonNode signedUp = desk.ask(signUp);
    assertThat(HeadlessTest.names(signedUp)).containsExactly("ok", "userId", "workspaceId");
    assertThat(signedUp.path("ok").asBoolean()).isTrue();
    assertThat(UUID.fromString(signedUp.path("userId").asText())).isNotNull();
    assertThat(laptop.ask(who("login", email, TestServer.PASSWORD))).isEqualTo(signedUp);
  }

  @Test
  void who_is_refused_hears_why_and_can_go_on() {
    desk.done(who("signup", email, TestServer.PASSWORD));
    String id = desk.prospect("ana@b.io");
    assertRefused("EMAIL_TAKEN", who("signup", email, TestServer.PASSWORD));
    assertRefused("BAD_CREDENTIALS", who("login", email, "wrong horse battery"));
    assertRefused("BAD_CREDENTIALS", who("login", "nobody@example.com", TestServer.PASSWORD));
    assertThat(desk.ask(who("signup", TestServer.newAddress(), "short")).at("/error/detail"))
        .hasToString("\"Password must have 12 to 128 characters.\"");
    assertThat(desk.ask(who("signup", "no address", TestServer.PASSWORD)).has("error")).isTrue();
    assertThat(desk.patch("prospect", id, "company", "Acme").has("ack")).isTrue();
    sync(desk);
    assertThat(server.get(email, "prospects").at("/items/0/company").asText()).isEqualTo("Acme");
  }

  private void assertRefused(String code, String line) {
    JsonNode answer = desk.ask(line);
    assertThat(answer.at("/error/code").asText()).as(answer.toString()).isEqualTo(code);
    assertThat(answer.at("/error/detail").asText()).matches("\\p{Lu}.* .*[^.]\\.");
  }

  @Test
  void edits_made_before_the_login_after_a_restart_leave_with_it() {
    desk.done(who("signup", email, TestServer.PASSWORD));
    String id = desk.prospect("ana@b.io");
    sync(desk);
    desk.close();
    desk = Console.start(temporary.resolve("desk"), clock);
    assertThat(desk.patch("prospect", id, "company", "Acme").has("ack")).isTrue();
    desk.done("{'cmd':'login','email':'%s','password':'%s'}".formatted(email, TestServer.PASSWORD));
    sync(desk);
    assertThat(server.get(email, "prospects").at("/items/0/company").asText()).isEqualTo("Acme");
  }

  @Test
  void each_account_on_a_machine_has_a_store_and_an_outbox_of_its_own() {
    String other = TestServer.newAddress();
    desk.done(who("signup", email, TestServer.PASSWORD));
    apart(desk);
    String id = desk.prospect("ana@b.io");
    JsonNode refused = desk.ask(who("signup", other, TestServer.PASSWORD));
    assertThat(refused.has("ok")).as("signing up asks the server, whatever syncs").isTrue();
    assertThat(desk.row("prospect", id).isMissingNode()).isTrue();
    assertThat(desk.outbox()).isEmpty();
    desk.done("{'cmd':'go-online'}");
    sync(desk);
    assertThat(desk.dump()).isEmpty();

    desk.done(who("login", email, TestServer.PASSWORD));
    assertThat(desk.row("prospect", id).path("email").asText()).isEqualTo("ana@b.io");
    sync(desk);
    assertThat(server.get(email, "prospects").path("total").asInt()).isEqualTo(1);
    assertThat(server.get(other, "prospects").path("total").asInt()).isZero();
  }

  @Test
  void after_both_synced_two_machines_have_equal_dumps() {
    signInBoth();
    String ana = desk.prospect("ana@b.io");
    String ben = laptop.prospect("ben@b.io");
    sync(desk, laptop, desk);
    assertThat(laptop.patch("prospect", ana, "company", "Acme").has("ack")).isTrue();
    desk.done("{'cmd':'delete','entity':'prospect','id':'" + ben + "'}");
    desk.done("{'cmd':'create','entity':'campaign','fields':{'name':'Spring'}}");
    laptop.done("{'cmd':'create','entity':'template','fields':{'title':'Hé','content':'Hi'}}");
    desk.done(
        "{'cmd':'create','entity':'email_draft','fields':{'prospectId':'%s','subject':'Hi','bodyText':'x'}}"
            .formatted(ana));
    sync(desk, laptop, desk);
    assertThat(desk.dump()).hasSize(4).isSorted().isEqualTo(laptop.dump());
    assertThat(desk.row("prospect", ana).path("rev").asLong()).isPositive();
  }

  @Test
  void what_one_machine_does_the_other_shows_without_being_asked() {
    signInBoth();
    String id = desk.prospect("ana@b.io");
    await().atMost(SOON).until(() -> laptop.row("prospect", id).path("rev").asLong() > 0);
    laptop.patch("prospect", id, "company", "Acme");
    await()
        .atMost(SOON)
        .until(() -> desk.row("prospect", id).path("company").asText().equals("Acme"));
    desk.done("{'cmd':'delete','entity':'prospect','id':'" + id + "'}");
    await().atMost(SOON).until(() -> laptop.row("prospect", id).isMissingNode());
  }

  @Test
  void two_values_for_one_field_become_a_conflict_that_names_both() {
    signInBoth();
    String id = desk.prospect("ana@b.io");
    sync(desk, laptop);
    apart(desk, laptop);
    desk.patch("prospect", id, "company", "Acme");
    laptop.patch("prospect", id, "jobTitle", "CTO");
    clock.pass(Duration.ofMinutes(5));
    laptop.patch("prospect", id, "company", "Apex");
    together(laptop);
    together(desk, laptop);
    JsonNode row = desk.row("prospect", id);
    assertThat(row.path("company").asText()).as("the later edit stands").isEqualTo("Apex");
    assertThat(row.path("jobTitle").asText()).isEqualTo("CTO");
    JsonNode conflict = onlyConflict(desk);
    assertThat(conflict.path("entityId").asText()).isEqualTo(id);
    assertThat(conflict.path("field").asText()).isEqualTo("company");
    assertThat(conflict.path("mine").asText()).isEqualTo("Acme");
    assertThat(conflict.path("theirs").asText()).isEqualTo("Apex");
    assertThat(laptop.conflicts()).isEqualTo(desk.conflicts());
    assertThat(desk.dump()).isEqualTo(laptop.dump());
  }

  private static JsonNode onlyConflict(Console client) {
    List<JsonNode> conflicts = client.conflicts();
    assertThat(conflicts).hasSize(1);
    return conflicts.getFirst();
  }

  @Test
  void an_edit_that_the_server_refuses_becomes_a_conflict_and_the_row_goes_back() {
    signInBoth();
    String ana = desk.prospect("ana@b.io");
    sync(desk, laptop);
    apart(desk);
    String ben = laptop.prospect("ben@b.io");
    desk.patch("prospect", ana, "email", "ben@b.io");
    assertThat(desk.row("prospect", ana).path("email").asText()).isEqualTo("ben@b.io");
    String other = desk.prospect("cem@b.io");
    sync(laptop);
    together(desk, laptop);
    for (Console client : List.of(desk, laptop)) {
      assertThat(client.row("prospect", ana).path("email").asText()).isEqualTo("ana@b.io");
      assertThat(client.row("prospect", ben).path("email").asText()).isEqualTo("ben@b.io");
      assertThat(client.row("prospect", other).path("email").asText()).isEqualTo("cem@b.io");
      assertThat(client.outbox()).isEmpty();
      JsonNode conflict = onlyConflict(client);
      assertThat(conflict.path("kind").asText()).isEqualTo("REJECTED");
      assertThat(conflict.path("code").asText()).isEqualTo("DUPLICATE");
      assertThat(conflict.path("entityId").asText()).isEqualTo(ana);
      assertThat(conflict.path("mutation").toString()).contains("ben@b.io");
    }
    assertThat(desk.dump()).isEqualTo(laptop.dump());
    desk.done(
        "{'cmd':'delete','entity':'conflict','id':'%s'}"
            .formatted(onlyConflict(desk).path("id").asText()));
    sync(desk, laptop);
    assertThat(laptop.conflicts()).as("seen on one machine is seen on all").isEmpty();
  }

  @Test
  void an_edit_of_a_row_that_was_deleted_meanwhile_is_kept_for_its_author() {
    signInBoth();
    String id = desk.prospect("ana@b.io");
    sync(desk, laptop);
    apart(desk);
    desk.patch("prospect", id, "company", "Acme");
    laptop.done("{'cmd':'delete','entity':'prospect','id':'" + id + "'}");
    sync(laptop);
    together(desk, laptop);
    assertThat(desk.row("prospect", id).isMissingNode()).isTrue();
    JsonNode conflict = onlyConflict(desk);
    assertThat(conflict.path("code").asText()).isEqualTo("GONE");
    assertThat(conflict.path("entityId").asText()).isEqualTo(id);
    assertThat(conflict.path("mutation").toString()).contains("Acme");
  }

  @Test
  void a_favourite_chosen_on_both_machines_apart_is_one_and_no_conflict() {
    signInBoth();
    String template =
        desk.done("{'cmd':'create','entity':'template','fields':{'title':'Intro'}}")
            .path("id")
            .asText();
    sync(desk, laptop);
    apart(desk, laptop);
    String favour =
        "{'cmd':'create','entity':'template_favorite','fields':{'templateId':'" + template + "'}}";
    assertThat(desk.done(favour).path("id")).isEqualTo(laptop.done(favour).path("id"));
    together(desk, laptop);
    assertThat(desk.conflicts()).isEmpty();
    assertThat(desk.dump()).hasSize(2).isEqualTo(laptop.dump());
  }

  @Test
  void one_address_typed_on_both_machines_apart_becomes_one_prospect_on_both() {
    signInBoth();
    apart(desk, laptop);
    String first = desk.prospect("ana@b.io");
    String second = laptop.prospect("Ana@B.io");
    laptop.patch("prospect", second, "company", "Acme");
    String draft =
        laptop
            .done(
                "{'cmd':'create','entity':'email_draft','fields':{'prospectId':'%s','subject':'Hi','bodyText':'x'}}"
                    .formatted(second))
            .path("id")
            .asText();
    together(desk);
    together(laptop, desk);
    assertThat(desk.dump()).isEqualTo(laptop.dump());
    assertThat(laptop.row("prospect", second).isMissingNode()).isTrue();
    assertThat(laptop.row("prospect", first).path("company").asText()).isEqualTo("Acme");
    assertThat(laptop.done("{'cmd':'send','draftId':'" + draft + "','undoSeconds':60}").has("ack"))
        .isTrue();
    sync(laptop);
  }
}
