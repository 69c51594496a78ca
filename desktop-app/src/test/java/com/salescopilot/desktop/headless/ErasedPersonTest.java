package com.salescopilot.desktop.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.server.LiveServer;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.SecretScan;
import com.salescopilot.server.db.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who is erased is in no file of any machine after its next sync: not in its rows, not in
/// the changes it keeps for the day that a server loses them, not between the rows, not in the
/// journal.
final class ErasedPersonTest {
  private static final String PERSON = "zyxoquille";
  private static final String OTHER = "otherperson";

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @TempDir Path scratch;

  private final SecretScan scan = new SecretScan().add("person", PERSON);
  private final SecretScan control = new SecretScan().add("other", OTHER);

  private Console machine(String name, String command, String account) {
    Console console = Console.start(scratch.resolve(name), new Console.Clock());
    console.done(
        "{'cmd':'%s','server':'%s','email':'%s@erase.example','password':'correct horse battery'}"
            .formatted(command, server.at(Surface.API), account));
    return console;
  }

  private static void sync(Console... machines) {
    for (Console machine : machines) {
      machine.done("{'cmd':'sync'}");
    }
  }

  @Test
  void every_machine_forgets_whoever_was_erased_at_its_next_sync() throws Exception {
    try (Console here = machine("here", "signup", "ana");
        Console there = machine("there", "login", "ana")) {
      String person = here.prospect(PERSON + "@b.example");
      String other = here.prospect(OTHER + "@b.example");
      here.patch("prospect", person, "jobTitle", PERSON);
      sync(here, there);
      there.patch("prospect", person, "company", PERSON + " Ltd");
      String draft =
          there
              .done(
                  "{'cmd':'create','entity':'email_draft','fields':{'prospectId':'%s','subject':'%s','bodyText':'%s'}}"
                      .formatted(person, PERSON, PERSON))
              .path("id")
              .asText();
      there.done("{'cmd':'send','draftId':'" + draft + "'}");
      String letter =
          there
              .done(
                  "{'cmd':'create','entity':'email_draft','fields':{'prospectId':'%s','subject':'%s'}}"
                      .formatted(person, PERSON))
              .path("id")
              .asText();
      sync(there, here);
      there.done("{'cmd':'go-offline'}");
      there.patch("prospect", person, "lastName", PERSON + " offline");
      there.patch("email_draft", letter, "subject", PERSON + " offline");
      there.patch("prospect", other, "lastName", "kept");
      assertThat(scan.below(scratch.resolve("there"), _ -> false)).isNotEmpty();

      here.done("{'cmd':'command','op':'prospect.erase','id':'" + person + "'}");
      assertThat(row(here, person).has("error")).as("at once").isTrue();
      sync(here);
      there.done("{'cmd':'go-online'}");
      sync(there, here, there);

      for (String name : new String[] {"here", "there"}) {
        assertThat(scan.below(scratch.resolve(name), _ -> false)).as(name).isEmpty();
        assertThat(control.below(scratch.resolve(name), _ -> false)).as(name).isNotEmpty();
      }
      assertThat(row(there, person).has("error")).isTrue();
      assertThat(row(here, other).at("/row/lastName").asText()).isEqualTo("kept");
      assertThat(there.done("{'cmd':'outbox'}").path("items")).isEmpty();
      assertThat(here.done("{'cmd':'list','entity':'email'}").path("total").asInt()).isEqualTo(1);
      assertThat(here.done("{'cmd':'dump'}")).isEqualTo(there.done("{'cmd':'dump'}"));
    }
  }

  @Test
  void what_only_mentions_them_is_its_authors_and_stays() throws Exception {
    try (Console here = machine("here", "signup", "bea");
        Console there = machine("there", "login", "bea")) {
      String gone = here.prospect("ann@m.example");
      String other = here.prospect("joann@m.example");
      sync(here, there);
      there.done("{'cmd':'go-offline'}");
      there.patch("prospect", other, "lastName", "knows ann@m.example");
      String letter =
          there
              .done(
                  "{'cmd':'create','entity':'email_draft','fields':{'prospectId':'%s','bodyText':'%s'}}"
                      .formatted(other, "Write to ann@m.example too"))
              .path("id")
              .asText();

      here.done("{'cmd':'command','op':'prospect.erase','id':'" + gone + "'}");
      sync(here);
      there.done("{'cmd':'go-online'}");
      sync(there, here);

      for (Console machine : new Console[] {here, there}) {
        assertThat(row(machine, gone).has("error")).isTrue();
        assertThat(row(machine, other).at("/row/lastName").asText())
            .isEqualTo("knows ann@m.example");
        assertThat(
                machine
                    .ask("{'cmd':'get','entity':'email_draft','id':'" + letter + "'}")
                    .at("/row/bodyText")
                    .asText())
            .isEqualTo("Write to ann@m.example too");
      }
    }
  }

  private static JsonNode row(Console machine, String person) {
    return machine.ask("{'cmd':'get','entity':'prospect','id':'" + person + "'}");
  }
}
