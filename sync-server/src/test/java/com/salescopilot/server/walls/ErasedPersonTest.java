package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.server.LiveServer;
import com.salescopilot.server.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody of whom every kind of table knew something, and who is erased.
final class ErasedPersonTest {
  /// Stands in everything that is about the person, and in nothing else.
  private static final String PERSON = "zyxoquille";

  private static final String LATER = PERSON + ".late@elsewhere.example";

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  private final Superuser superuser = walls.superuser();
  private final Tenant admin = walls.another("KanarieLoesch" + UUID.randomUUID().hashCode());
  private final Tenant colleague = admin.guest().in(admin);
  private int pushed;
  private String last = new UUID(0, 0).toString();

  @Test
  void no_table_says_a_word_of_them_and_the_numbers_stay() {
    String person = known();
    Set<String> spoken = tables();
    assertThat(spoken)
        .as("who knew of them; a table that learns more is filled here and emptied by the hook")
        .contains(
            "ai_answer",
            "ai_feedback",
            "conflict",
            "email",
            "email_draft",
            "email_reply_event",
            "event",
            "mutation_log",
            "prospect",
            "prospect_import",
            "suppression",
            "task",
            "tombstone");
    Map<String, String> others = superuser.dump(walls.bo().workspace());
    String numbers = numbers();

    assertThat(walls.bo().send(erase(person)).status()).as("a stranger").isEqualTo(404);
    assertThat(colleague.send(erase(person)).status()).as("no admin").isEqualTo(403);
    assertThat(tables()).as("nothing happened by that").isEqualTo(spoken);
    Reply erased = admin.send(erase(person));
    assertThat(erased.status()).as(erased.body()).isEqualTo(204);

    assertThat(said()).isEmpty();
    assertThat(numbers()).isEqualTo(numbers);
    assertThat(admin.get("/prospects/" + person).status()).isEqualTo(404);
    assertThat(superuser.dump(walls.bo().workspace())).isEqualTo(others);
    assertThat(superuser.dump(admin.workspace()).get("audit_log"))
        .contains("PROSPECT_ERASED", person);
    assertThat(admin.send(erase(person)).status()).as("again").isEqualTo(204);
  }

  @Test
  void what_comes_late_is_not_kept_either() {
    String person = known();
    String mail = admin.id("zyxoMail");
    assertThat(admin.send(erase(person)).status()).isEqualTo(204);

    push("patch", "prospect", person, "\"set\":{\"jobTitle\":{\"now\":\"@@ again\"}}");
    push("create", "prospect", person, "\"fields\":{\"email\":\"@@@x.example\"}");
    push("restore", "prospect", person, "\"fields\":{\"email\":\"@@@x.example\"}");
    String draft = UUID.randomUUID().toString();
    push(
        "create",
        "email_draft",
        draft,
        "\"fields\":{\"prospectId\":\"%s\",\"subject\":\"@@\"}".formatted(person));
    push("patch", "email_draft", draft, "\"set\":{\"subject\":{\"now\":\"@@ more\"}}");
    push("patch", "email_draft", admin.id("zyxoDraft"), "\"set\":{\"subject\":{\"now\":\"@@ m\"}}");
    Call reply =
        Call.api(
            "POST",
            "/webhooks/email/reply",
            "{\"email_id\":\"%s\",\"reply_subject\":\"%s\",\"reply_body\":\"%s late\"}"
                .formatted(mail, PERSON, PERSON));
    assertThat(admin.send(reply.with("Authorization", "Bearer " + admin.hookSecret())).status())
        .isEqualTo(202);
    admin.awaitHeard();

    assertThat(said()).isEmpty();
    assertThat(admin.get("/emails/" + mail).json().path("replies").asInt())
        .as("that there was an answer counts")
        .isPositive();
    assertThat(superuser.dump(admin.workspace()).get("conflict"))
        .as("their author is told, without the words")
        .contains(draft, "erased");
  }

  @Test
  void a_suppression_stays_by_a_hash_and_no_list_brings_them_back() {
    String person = known();
    assertThat(admin.send(erase(person)).status()).isEqualTo(204);

    JsonNode notes = admin.get("/suppressions?address=" + LATER).json();
    assertThat(notes.path("total").asInt()).isEqualTo(1);
    assertThat(notes.at("/items/0/source").asText())
        .as("who opted out stays so")
        .isEqualTo("PERSON");
    assertThat(notes.at("/items/0/address").asText()).endsWith("@erased.invalid");
    Reply imported = imported("email,company\n%s,B\n".formatted(LATER));
    assertThat(imported.json().path("create").asInt()).isZero();
    assertThat(admin.get("/prospects?email=" + LATER).json().path("total").asInt()).isZero();

    String again = admin.made("/prospects", "{\"email\":\"%s\"}".formatted(LATER));
    Reply sent =
        admin.post(
            "/emails/send",
            """
            {"to":"%s","prospectId":"%s","subject":"S","bodyText":"T","idempotencyKey":"%s"}\
            """
                .formatted(LATER, again, admin.key()));
    assertThat(sent.at("cancelReason")).as("made by hand, not written to").isEqualTo("SUPPRESSED");
    assertThat(
            admin
                .send(Call.api("DELETE", "/suppressions/" + notes.at("/items/0/id").asText()))
                .status())
        .as("an admin may lift it")
        .isEqualTo(204);
  }

  @Test
  void somebody_in_the_trash_can_be_erased_too() {
    String person = known();
    String waits =
        admin.made(
            "/emails/send",
            text(
                """
                {"to":"%s","prospectId":"%s","subject":"@@","bodyText":"@@","idempotencyKey":"%s"}\
                """,
                LATER, person, admin.key()));
    ok(admin.send(Call.api("DELETE", "/prospects/" + person)));
    assertThat(said()).isNotEmpty();
    assertThat(admin.send(erase(person)).status()).isEqualTo(204);
    assertThat(said()).isEmpty();
    assertThat(admin.get("/emails/" + waits).at("status")).isEqualTo("CANCELLED");
  }

  /// Lets every kind of table know of somebody.
  private String known() {
    String old = PERSON + "@first.example";
    String person =
        admin.made(
            "/prospects",
            text(
                """
                {"email":"%s","firstName":"@@","lastName":"@@","company":"@@","jobTitle":"@@",
                 "customFields":{"note":"@@"}}\
                """,
                old));
    imported(
        "email,jobTitle\n%s,@@ imported\n@@ nobody,B\nother@%s,B\n".formatted(old, admin.domain));
    String twin =
        admin.made("/prospects", text("{\"email\":\"@@.twin@first.example\",\"company\":\"@@\"}"));
    push("prospect.merge", "prospect", twin, "\"into\":\"%s\"".formatted(person));
    ok(admin.send(Call.api("PATCH", "/prospects/" + person, text("{\"email\":\"%s\"}", LATER))));
    admin.ids.put(
        "zyxoDraft",
        colleague.made(
            "/emails/draft",
            text("{\"prospectId\":\"%s\",\"subject\":\"@@\",\"bodyText\":\"@@\"}", person)));
    String thrown =
        colleague.made(
            "/emails/draft",
            text("{\"prospectId\":\"%s\",\"subject\":\"@@\",\"bodyText\":\"@@\"}", person));
    ok(colleague.send(Call.api("DELETE", "/emails/draft/" + thrown)));
    colleague.made("/tasks", text("{\"title\":\"@@\",\"prospectId\":\"%s\"}", person));
    for (Tenant sender : new Tenant[] {admin, colleague}) {
      admin.ids.put(
          "zyxoMail",
          sender.made(
              "/emails/send",
              text(
                  """
                  {"to":"%s","prospectId":"%s","subject":"@@","bodyText":"@@","idempotencyKey":"@@%s"}\
                  """,
                  LATER, person, admin.key())));
      superuser.sent(admin.workspace(), admin.id("zyxoMail"));
    }
    Call reply =
        Call.api(
            "POST",
            "/webhooks/email/reply",
            text(
                """
                {"email_id":"%s","reply_subject":"@@","reply_body":"@@","from":"%s"}\
                """,
                admin.id("zyxoMail"), LATER));
    ok(admin.send(reply.with("Authorization", "Bearer " + admin.hookSecret())));
    admin.awaitHeard();
    push("patch", "prospect", person, "\"set\":{\"jobTitle\":{\"was\":\"x\",\"now\":\"@@ mine\"}}");
    push(
        "patch",
        "template",
        admin.id("template"),
        "\"set\":{\"usedCount\":{\"now\":7},\"title\":{\"now\":\"" + LATER + "\"}}");
    UUID request = UUID.randomUUID();
    ok(
        admin.post(
            "/ai/personalize",
            text(
                "{\"requestId\":\"%s\",\"prospectId\":\"%s\",\"bodyText\":\"Hello @@,\\n"
                    + "\\n"
                    + "let us talk.\"}",
                request, person)));
    ok(
        admin.post(
            "/ai/feedback",
            text(
                "{\"requestId\":\"%s\",\"kind\":\"PERSONALIZE\",\"verdict\":\"EDITED\",\"finalText\":\"@@\"}",
                request)));
    admin.made("/suppressions", text("{\"address\":\"%s\",\"reason\":\"@@ asked\"}", LATER));
    return person;
  }

  private Reply imported(String file) {
    Call call = Call.api("POST", "/prospects/import?mode=OVERWRITE", text(file));
    return ok(admin.send(call.with("Content-Type", "text/csv")));
  }

  private static Call erase(String person) {
    return Call.api("POST", "/prospects/" + person + "/erase");
  }

  private static String text(String template, Object... more) {
    return template.replace("@@", PERSON).formatted(more);
  }

  private static Reply ok(Reply reply) {
    assertThat(reply.good()).as(reply.body()).isTrue();
    return reply;
  }

  /// A change by a device of the colleague.
  private void push(String op, String entity, String key, String members) {
    String mutation = UUID.randomUUID().toString();
    ok(
        colleague.post(
            "/sync/push",
            text(
                """
                {"protocol":1,"device":"%s","after":{"seq":%d,"id":"%s"},"mutations":[
                {"seq":%d,"id":"%s","age":0,"op":"%s","entity":"%s","key":"%s",%s}]}\
                """,
                UUID.nameUUIDFromBytes(
                    admin.workspace().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                pushed,
                last,
                pushed + 1,
                mutation,
                op,
                entity,
                key,
                members)));
    pushed++;
    last = mutation;
  }

  /// Where the person is spoken of, with the words around.
  private List<String> said() {
    List<String> said = new ArrayList<>();
    superuser
        .dump(admin.workspace())
        .forEach(
            (table, content) -> {
              int at = content.toLowerCase(Locale.ROOT).indexOf(PERSON);
              if (at >= 0) {
                int from = Math.max(0, at - 700);
                said.add(
                    table + ": " + content.substring(from, Math.min(content.length(), at + 200)));
              }
            });
    return said;
  }

  /// What speaks of the person.
  private Set<String> tables() {
    Set<String> tables = new TreeSet<>();
    superuser
        .dump(admin.workspace())
        .forEach(
            (table, content) -> {
              if (content.toLowerCase(Locale.ROOT).contains(PERSON)) {
                tables.add(table);
              }
            });
    return tables;
  }

  private String numbers() {
    return admin.get("/dashboard/stats").json().path("counts")
        + superuser.dump(admin.workspace()).get("stat");
  }
}
