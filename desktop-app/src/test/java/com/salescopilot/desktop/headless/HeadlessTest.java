package com.salescopilot.desktop.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.ValueJson;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The run contract of `--headless`, as far as it needs no server.
final class HeadlessTest {
  @TempDir Path temporary;
  private Console anna;

  @BeforeEach
  void start() {
    anna = Console.anna(temporary.resolve("anna"));
  }

  @AfterEach
  void close() {
    anna.close();
  }

  private void restart() {
    anna.close();
    anna = Console.start(temporary.resolve("anna"), new Console.Clock());
  }

  @Test
  void create_answers_with_the_ids_of_the_mutation_and_of_the_row() {
    JsonNode answer =
        anna.ask(
            "{'cmd':'create','entity':'prospect','fields':{'email':'Ana@B.io','firstName':' Ana"
                + " ','customFields':{'budget':'50k'}}}");
    assertThat(names(answer)).containsExactly("ack", "id");
    assertThat(UUID.fromString(answer.path("ack").asText()).version()).isEqualTo(7);
    JsonNode row = anna.row("prospect", answer.path("id").asText());
    assertThat(row.path("email").asText()).isEqualTo("Ana@B.io");
    assertThat(row.path("firstName").asText()).isEqualTo("Ana");
    assertThat(row.path("customFields").path("budget").asText()).isEqualTo("50k");
    assertThat(row.path("company").isNull()).isTrue();
    assertThat(row.has("rev")).as("no server has seen it").isFalse();
  }

  @Test
  void patch_sets_what_it_names_and_null_clears() {
    String id = anna.prospect("ana@b.io");
    String all = "'company':'Acme','jobTitle':'CTO','customFields':{'budget':'50k','team':7}";
    JsonNode answer = anna.ask(patch(id, all));
    assertThat(names(answer)).containsExactly("ack");
    anna.done(patch(id, "'company':null,'customFields':{'budget':null}"));
    JsonNode row = anna.row("prospect", id);
    assertThat(row.path("company").isNull()).isTrue();
    assertThat(row.path("jobTitle").asText()).isEqualTo("CTO");
    assertThat(row.path("customFields")).isEqualTo(ValueJson.tree("{\"team\":7}"));
    assertThat(row.path("email").asText()).isEqualTo("ana@b.io");
  }

  private static String patch(String id, String fields) {
    return "{'cmd':'patch','entity':'prospect','id':'" + id + "','fields':{" + fields + "}}";
  }

  @Test
  void delete_removes_the_row_and_a_row_that_is_not_there_is_said_to_be_so() {
    String id = anna.prospect("ana@b.io");
    String delete = "{'cmd':'delete','entity':'prospect','id':'" + id + "'}";
    assertThat(names(anna.ask(delete))).containsExactly("ack");
    for (String gone :
        List.of(delete, patch(id, "'company':'x'"), delete.replace("delete", "get"))) {
      assertThat(anna.ask(gone).path("error").path("code").asText())
          .as(gone)
          .isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void list_finds_counts_and_cuts_pages_in_the_order_of_making() {
    for (String name : List.of("ana", "ben", "cem", "abe")) {
      String _ = anna.prospect(name + "@b.io");
    }
    JsonNode all = anna.done("{'cmd':'list','entity':'prospect'}");
    assertThat(names(all)).containsExactly("items", "total");
    assertThat(emails(all)).containsExactly("ana@b.io", "ben@b.io", "cem@b.io", "abe@b.io");
    JsonNode page = anna.done("{'cmd':'list','entity':'prospect','limit':2,'offset':1}");
    assertThat(emails(page)).containsExactly("ben@b.io", "cem@b.io");
    assertThat(page.path("total").asInt()).isEqualTo(4);
    JsonNode found = anna.done("{'cmd':'list','entity':'prospect','search':'a','limit':1}");
    assertThat(emails(found)).containsExactly("ana@b.io");
    assertThat(found.path("total").asInt()).isEqualTo(2);
    assertThat(emails(anna.done("{'cmd':'list','entity':'prospect','limit':0}"))).isEmpty();
  }

  @Test
  void the_outbox_names_what_waits_in_order() {
    String id = anna.prospect("ana@b.io");
    String other = anna.prospect("ben@b.io");
    anna.done("{'cmd':'delete','entity':'prospect','id':'" + id + "'}");
    assertThat(anna.outbox())
        .extracting(item -> item.path("op").asText(), item -> item.path("entityId").asText())
        .containsExactly(tuple("create", id), tuple("create", other), tuple("delete", id));
    assertThat(anna.outbox()).allMatch(item -> item.path("entity").asText().equals("prospect"));
  }

  @Test
  void offline_and_online_say_how_much_waits() {
    String _ = anna.prospect("ana@b.io");
    JsonNode waiting = ValueJson.tree("{\"ok\":true,\"pending\":1}");
    assertThat(anna.ask("{'cmd':'go-offline'}")).isEqualTo(waiting);
    assertThat(error(anna.ask("{'cmd':'sync'}"))).isEqualTo("OFFLINE");
    assertThat(anna.ask("{'cmd':'go-online'}")).isEqualTo(waiting);
    assertThat(error(anna.ask("{'cmd':'sync'}"))).isEqualTo("UNAUTHENTICATED");
    assertThat(anna.conflicts()).isEmpty();
  }

  @Test
  void a_letter_is_finished_here_and_a_draft_becomes_one_mail() {
    String ana =
        anna.done(
                "{'cmd':'create','entity':'prospect','fields':{'email':'ana@b.io','firstName':'Ana'}}")
            .path("id")
            .asText();
    String draft = draft(ana, "Hi {{firstName}}");
    JsonNode sent = anna.ask("{'cmd':'send','draftId':'" + draft + "','undoSeconds':3}");
    assertThat(names(sent)).containsExactly("ack", "emailId");
    String mail = sent.path("emailId").asText();
    assertThat(anna.row("email", mail).path("subject").asText()).isEqualTo("Hi Ana");
    assertThat(anna.row("email", mail).path("toEmail").asText()).isEqualTo("ana@b.io");
    assertThat(anna.row("email", mail).path("status").asText()).isEqualTo("PENDING_SEND");

    JsonNode again = anna.ask("{'cmd':'send','draftId':'" + draft + "','undoSeconds':3}");
    assertThat(again.path("emailId").asText()).isEqualTo(mail);
    assertThat(names(anna.done(command("email.cancel", mail, "{}")))).containsExactly("ack");
    assertThat(anna.row("email", mail).path("status").asText()).isEqualTo("CANCELLED");
    JsonNode next = anna.done("{'cmd':'send','draftId':'" + draft + "'}");
    assertThat(next.path("emailId").asText()).isNotEqualTo(mail);
    assertThat(anna.done("{'cmd':'list','entity':'email'}").path("total").asInt()).isEqualTo(2);
  }

  @Test
  void a_letter_that_is_not_finished_is_not_sent() {
    String ana = anna.prospect("ana@b.io");
    String nobody =
        anna.done(
                "{'cmd':'create','entity':'email_draft','fields':{'subject':'Hi','bodyText':'x'}}")
            .path("id")
            .asText();
    int waiting = anna.outbox().size();
    for (String draft : List.of(nobody, UUID.randomUUID().toString())) {
      assertRefused("{'cmd':'send','draftId':'" + draft + "'}", anna);
    }
    assertThat(anna.outbox()).hasSize(waiting);
    String unknown = draft(ana, "Hi {{mother}}");
    assertRefused("{'cmd':'send','draftId':'" + unknown + "'}", anna);
    assertThat(anna.outbox()).hasSize(waiting + 1);
  }

  private String draft(String prospect, String subject) {
    return anna.done(
            "{'cmd':'create','entity':'email_draft','fields':{'prospectId':'%s','subject':'%s','bodyHtml':'<p>Hello</p>'}}"
                .formatted(prospect, subject))
        .path("id")
        .asText();
  }

  private static String command(String op, String id, String args) {
    return "{'cmd':'command','op':'%s','id':'%s','args':%s}".formatted(op, id, args);
  }

  @Test
  void a_campaign_is_run_by_commands() {
    String ana = anna.prospect("ana@b.io");
    String campaign =
        anna.done("{'cmd':'create','entity':'campaign','fields':{'name':'Spring'}}")
            .path("id")
            .asText();
    anna.done(command("campaign.enrol", campaign, "{'prospectIds':['" + ana + "']}"));
    JsonNode enrolments = anna.done("{'cmd':'list','entity':'campaign_prospect'}");
    assertThat(enrolments.at("/items/0/prospectId").asText()).isEqualTo(ana);
    for (String move : List.of("start ACTIVE", "pause PAUSED", "resume ACTIVE")) {
      String[] leads = move.split(" ", 2);
      anna.done(command("campaign." + leads[0], campaign, "{}"));
      assertThat(anna.row("campaign", campaign).path("status").asText()).isEqualTo(leads[1]);
    }
    assertThat(error(anna.ask(command("campaign.reopen", campaign, "{}")))).isEqualTo("STATE");
  }

  @Test
  void a_favourite_has_one_row_however_often_it_is_made() {
    String template =
        anna.done("{'cmd':'create','entity':'template','fields':{'title':'Intro'}}")
            .path("id")
            .asText();
    String favour =
        "{'cmd':'create','entity':'template_favorite','fields':{'templateId':'" + template + "'}}";
    String first = anna.done(favour).path("id").asText();
    assertThat(anna.done(favour).path("id").asText()).isEqualTo(first);
  }

  @Test
  void the_dump_is_canonical_and_sorted_and_tells_no_device_from_another() {
    String ana = anna.prospect("zoe@b.io");
    String _ = anna.prospect("ana@b.io");
    String _ = draft(ana, "Hi");
    anna.done("{'cmd':'create','entity':'campaign','fields':{'name':'Spring'}}");
    anna.done("{'cmd':'create','entity':'template','fields':{'title':'Intro','content':'Hé'}}");
    List<String> dump = anna.dump();
    assertThat(dump).hasSize(5).isSorted();
    assertThat(dump)
        .allSatisfy(
            line -> {
              assertThat(line)
                  .isEqualTo(CanonicalJson.of(ValueJson.read(ValueJson.tree(line)).orElseThrow()));
              assertThat(names(ValueJson.tree(line))).contains("entity", "id", "rev");
            });
    assertThat(dump)
        .extracting(line -> ValueJson.tree(line).path("entity").asText())
        .containsExactly("campaign", "email_draft", "prospect", "prospect", "template");
  }

  @Test
  void lines_are_answered_one_by_one_in_order_until_the_input_ends() throws IOException {
    String input =
        """
        {'cmd':'create','entity':'prospect','fields':{'email':'nobody'}}

        \s
        {'cmd':'create','entity':'prospect','fields':{'email':'zoe@b.io','firstName':'Zoë 😀'}}
        not JSON
        {'cmd':'list','entity':'prospect'}
        {'cmd':'outbox'}\
        """;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    anna.headless()
        .run(
            new BufferedReader(new StringReader(input.replace('\'', '"'))),
            new PrintStream(out, false, StandardCharsets.UTF_8));
    List<JsonNode> answers =
        out.toString(StandardCharsets.UTF_8).lines().map(ValueJson::tree).toList();
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n").doesNotContain("\r");
    assertThat(answers).hasSize(5);
    assertThat(error(answers.get(0))).isEqualTo("INVALID");
    assertThat(names(answers.get(1))).containsExactly("ack", "id");
    assertThat(error(answers.get(2))).isEqualTo("MALFORMED");
    assertThat(answers.get(3).at("/items/0/firstName").asText()).isEqualTo("Zoë 😀");
    assertThat(answers.get(4).path("items")).hasSize(answers.get(3).path("total").asInt());
  }

  @Test
  void after_a_restart_edits_and_reads_work_before_any_sign_in() {
    String id = anna.prospect("ana@b.io");
    restart();
    assertThat(anna.row("prospect", id).path("email").asText()).isEqualTo("ana@b.io");
    assertThat(anna.outbox()).hasSize(1);
    assertThat(names(anna.patch("prospect", id, "company", "Acme"))).containsExactly("ack");
    restart();
    assertThat(anna.row("prospect", id).path("company").asText()).isEqualTo("Acme");
    assertThat(error(anna.ask("{'cmd':'sync'}"))).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void an_edit_is_in_the_files_when_its_ack_is_given() {
    for (int i = 0; i < 20; i++) {
      String id = anna.prospect("p" + i + "@b.io");
      String _ = anna.patch("prospect", id, "company", "Acme " + i).path("ack").asText();
      try (Console crashed = Console.start(anna.crashed(), new Console.Clock())) {
        assertThat(crashed.row("prospect", id).path("company").asText()).isEqualTo("Acme " + i);
        assertThat(crashed.outbox()).isEqualTo(anna.outbox());
        assertThat(crashed.dump()).isEqualTo(anna.dump());
      }
    }
  }

  @Test
  void on_a_new_machine_every_command_that_needs_an_account_says_so() {
    try (Console fresh = Console.start(temporary.resolve("fresh"), new Console.Clock())) {
      for (String command :
          List.of(
              "{'cmd':'sync'}",
              "{'cmd':'outbox'}",
              "{'cmd':'conflicts'}",
              "{'cmd':'dump'}",
              "{'cmd':'list','entity':'prospect'}",
              "{'cmd':'get','entity':'prospect','id':'01970000-0000-7000-8000-0000000000aa'}",
              "{'cmd':'delete','entity':'prospect','id':'01970000-0000-7000-8000-0000000000aa'}",
              "{'cmd':'send','draftId':'01970000-0000-7000-8000-0000000000aa'}",
              "{'cmd':'create','entity':'prospect','fields':{'email':'ana@b.io'}}")) {
        assertThat(error(fresh.ask(command))).as(command).isEqualTo("NO_ACCOUNT");
      }
      JsonNode ok = ValueJson.tree("{\"ok\":true,\"pending\":0}");
      assertThat(fresh.ask("{'cmd':'go-offline'}")).isEqualTo(ok);
      assertThat(fresh.ask("{'cmd':'go-online'}")).isEqualTo(ok);
    }
  }

  /// One clear sentence, and nothing was changed.
  static void assertRefused(String line, Console client) {
    List<JsonNode> before = client.outbox();
    JsonNode answer = client.ask(line);
    assertThat(names(answer)).as(line).containsExactly("error");
    assertThat(names(answer.path("error"))).containsExactly("code", "detail");
    assertThat(answer.at("/error/code").asText()).as(line).matches("[A-Z][A-Z0-9_]*");
    assertThat(answer.at("/error/code").asText()).as(line).isNotEqualTo("INTERNAL");
    assertThat(answer.at("/error/detail").asText())
        .as(line)
        .matches("\\p{L}.* .*[^.]\\.")
        .doesNotContain("null", "Exception", "com.salescopilot", "java.");
    assertThat(client.outbox()).isEqualTo(before);
  }

  private static String error(JsonNode answer) {
    return answer.at("/error/code").asText();
  }

  static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
  }

  private static List<String> emails(JsonNode answer) {
    return answer.path("items").valueStream().map(row -> row.path("email").asText()).toList();
  }
}
