package com.salescopilot.server.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ImportRoutesTest {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
  private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api = new TestApi(db, NOW::get);

  private static final String FILE =
      """
      Email,First Name,Company,Plan
      ana@x.example,Ana,Acme,pro
      bo@x.example,Bo,,
      ANA@x.example,Anna,Initech,
      nobody,,,
      """;

  private Scope scope = Scope.ofSystem(new WorkspaceId(new UUID(0, 0)));
  private TestApi.Client ana = api.as(scope);

  @BeforeEach
  void a_workspace() {
    NOW.set(START);
    scope = db.newWorkspace();
    ana = api.as(scope);
  }

  @Test
  void a_dry_run_says_what_would_happen_and_does_nothing() {
    ana.post("/prospects", "{\"email\":\"bo@x.example\",\"company\":\"B\"}");
    Reply dry = csv("/prospects/import?dryRun=true", FILE);

    assertThat(dry.status()).as(dry.text()).isEqualTo(200);
    assertThat(counts(dry)).containsExactly(4, 1, 1, 0, 1, 1);
    assertThat(dry.json().has("importId")).isFalse();
    assertThat(dry.json().path("sample")).hasSize(4);
    assertThat(ana.get("/prospects").json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void an_import_makes_people_and_gives_its_bad_rows_back() {
    Reply done = csv("/prospects/import", FILE);

    assertThat(counts(done)).containsExactly(4, 2, 0, 0, 1, 1);
    Reply found = ana.get("/prospects?email=ana@x.example");
    assertThat(found.json().at("/items/0/firstName").asText()).isEqualTo("Ana");
    assertThat(found.json().at("/items/0/customFields/plan").asText()).isEqualTo("pro");
    assertThat(ana.get("/prospects/import/" + done.at("importId") + "/errors.csv").text())
        .contains("nobody,,,,email is not a mail address");
    assertThat(
            api.as(db.newMember(scope))
                .get("/prospects/import/" + done.at("importId") + "/errors.csv")
                .status())
        .isEqualTo(404);
  }

  @Test
  void an_import_that_comes_again_by_its_key_does_nothing_twice_and_stands_for_one_file() {
    String[] key = {"Idempotency-Key", "k1"};
    Reply first = csv("/prospects/import", FILE, key);
    Reply again = csv("/prospects/import", FILE, key);

    assertThat(again.at("importId")).isEqualTo(first.at("importId"));
    assertThat(again.json().path("create").asInt()).isEqualTo(2);
    assertThat(ana.get("/prospects").json().path("total").asInt()).isEqualTo(2);
    assertThat(csv("/prospects/import", FILE + "x@x.example,,,\n", key).code())
        .isEqualTo("IDEMPOTENCY_KEY");
  }

  @Test
  void undoing_deletes_who_is_untouched_restores_what_still_holds_and_keeps_and_lists_the_rest() {
    ana.post("/prospects", "{\"email\":\"bo@x.example\",\"company\":\"B\"}");
    ana.post("/prospects", "{\"email\":\"cy@x.example\",\"company\":\"C\",\"jobTitle\":\"CTO\"}");
    String before = ana.get("/prospects?email=bo@x.example").json().at("/items/0").toString();
    NOW.set(START.plusSeconds(60));
    Reply done =
        csv(
            "/prospects/import?mode=OVERWRITE",
            """
            email,company,jobTitle
            bo@x.example,Bolt,CEO
            cy@x.example,Cyan,CEO
            new@x.example,New,
            kept@x.example,Kept,
            """);
    assertThat(counts(done)).containsExactly(4, 2, 2, 0, 0, 0);
    String kept = ana.get("/prospects?email=kept@x.example").json().at("/items/0/id").asText();
    String cy = ana.get("/prospects?email=cy@x.example").json().at("/items/0/id").asText();
    ana.patch("/prospects/" + kept, "{\"jobTitle\":\"CFO\"}");
    ana.patch("/prospects/" + cy, "{\"company\":\"Cobalt\"}");

    Reply undone = ana.post("/prospects/import/" + done.at("importId") + "/undo", "");

    assertThat(undone.json().path("deleted").asInt()).as(undone.text()).isEqualTo(1);
    assertThat(undone.json().path("restored").asInt()).isEqualTo(2);
    assertThat(undone.json().path("kept")).hasSize(2);
    assertThat(undone.text()).contains("kept@x.example", "cy@x.example");
    assertThat(
            withoutRev(ana.get("/prospects?email=bo@x.example").json().at("/items/0").toString()))
        .isEqualTo(withoutRev(before));
    Reply third = ana.get("/prospects/" + cy);
    assertThat(third.at("company")).isEqualTo("Cobalt");
    assertThat(third.at("jobTitle")).isEqualTo("CTO");
    assertThat(ana.get("/prospects?email=new@x.example").json().path("total").asInt()).isZero();
    Reply again = ana.post("/prospects/import/" + done.at("importId") + "/undo", "");
    assertThat(again.json().path("deleted").asInt()).isZero();
    assertThat(again.json().path("kept")).hasSize(2);
  }

  @Test
  void after_thirty_days_an_import_cannot_be_undone() {
    Reply done = csv("/prospects/import", FILE);
    NOW.set(START.plus(Duration.ofDays(31)));

    Reply late = ana.post("/prospects/import/" + done.at("importId") + "/undo", "");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("STATE");
  }

  @Test
  void a_part_that_is_too_old_keeps_all_of_its_import() {
    String id = csv("/prospects/import", FILE).at("importId");
    NOW.set(START.plus(Duration.ofMinutes(2)));
    ImportCommand.Person late =
        new ImportCommand.Person(
            UUID.randomUUID(), new TreeMap<>(Map.of("email", Value.text("late@x.example"))));
    ImportCommand.Run second =
        ImportCommand.Run.of(
            scope.user(),
            UUID.fromString(id),
            1,
            ImportMode.FILL_BLANKS,
            Optional.empty(),
            List.of(late));
    api.streams()
        .write(
            scope, new Actor.Member(scope.user(), Role.USER, UUID.randomUUID()), List.of(second));
    NOW.set(START.plus(Duration.ofDays(30)).plusSeconds(60));

    assertThat(ana.post("/prospects/import/" + id + "/undo", "").code()).isEqualTo("STATE");
    assertThat(ana.get("/prospects").json().path("total").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(ImportMode.class)
  void an_import_of_anything_taken_back_leaves_every_row_as_it_was(ImportMode mode) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      ana.post("/prospects", row(random, i).toString());
    }
    String before = everybody();
    NOW.set(START.plusSeconds(60));
    StringBuilder file = new StringBuilder("email,firstName,company,jobTitle,plan\n");
    for (int i = 0; i < 30; i++) {
      ObjectNode row = row(random, random.nextInt(24));
      file.append(row.path("email").asText())
          .append(',')
          .append(row.path("firstName").asText(""))
          .append(',')
          .append(row.path("company").asText(""))
          .append(',')
          .append(row.path("jobTitle").asText(""))
          .append(',')
          .append(row.at("/customFields/plan").asText(""))
          .append('\n');
    }
    Reply done = csv("/prospects/import?mode=" + mode, file.toString());
    assertThat(done.json().path("create").asInt()).as("seed %d", seed).isPositive();
    NOW.set(START.plusSeconds(120));

    Reply undone = ana.post("/prospects/import/" + done.at("importId") + "/undo", "");

    assertThat(undone.json().path("kept")).as("seed %d", seed).isEmpty();
    assertThat(everybody()).as("seed %d", seed).isEqualTo(before);
  }

  /// All rows, by id, without the count of their changes.
  private String everybody() {
    return ana.get("/prospects?limit=100")
        .json()
        .path("items")
        .valueStream()
        .map(row -> withoutRev(row.toString()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static ObjectNode row(Random random, int number) {
    ObjectNode row =
        JsonNodeFactory.instance.objectNode().put("email", "p" + number + "@x.example");
    for (String field : List.of("firstName", "company", "jobTitle")) {
      if (random.nextBoolean()) {
        row.put(field, "v" + random.nextInt(3));
      }
    }
    if (random.nextBoolean()) {
      row.putObject("customFields").put("plan", "v" + random.nextInt(3));
    }
    return row;
  }

  @Test
  void what_is_exported_is_imported_unchanged() {
    ana.post(
        "/prospects",
        "{\"email\":\"bo@x.example\",\"company\":\"=1+1\",\"customFields\":{\"a"
            + " b\":5,\"c\":\"'-x\"}}");
    ana.post("/prospects", "{\"email\":\"cy@x.example\",\"firstName\":\"C\\n\\\"y\\\"\"}");

    Reply file = ana.get("/prospects/export");

    assertThat(file.text()).contains("'=1+1").contains("''-x");
    assertThat(counts(csv("/prospects/import?mode=OVERWRITE&dryRun=true", file.text())))
        .containsExactly(2, 0, 0, 2, 0, 0);
    assertThat(ana.get("/prospects/export?search=cy").text()).doesNotContain("bo@x.example");
  }

  @Test
  void what_is_no_file_of_people_is_refused_with_a_reason() {
    assertThat(csv("/prospects/import?mode=MERGE", FILE).pointers()).containsExactly("?mode");
    assertThat(csv("/prospects/import?dryRun=1", FILE).pointers()).containsExactly("?dryRun");
    Reply nobody = csv("/prospects/import", "name\nAna\n");
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.text()).contains("No column holds mail addresses");
    assertThat(ana.post("/prospects/import", "{}").status()).isEqualTo(415);
    assertThat(csv("/prospects/import", "email\n" + "x".repeat(2 << 20)).status()).isEqualTo(200);
  }

  private Reply csv(String path, String file, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "text/csv"));
    return ana.send("POST", path, file, all.toArray(String[]::new));
  }

  private static List<Integer> counts(Reply reply) {
    List<Integer> counts = new ArrayList<>();
    for (String name :
        List.of("rows", "create", "update", "unchanged", "duplicateInFile", "invalid")) {
      counts.add(reply.json().path(name).asInt());
    }
    return counts;
  }

  private static String withoutRev(String row) {
    return row.replaceFirst("\"rev\":\\d+", "");
  }
}
