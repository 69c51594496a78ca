package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.LiveServer;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.db.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A full workspace that is taken along, and one that is deleted.
final class DeletedWorkspaceTest {
  /// What stays of a deleted workspace: who ended which session, and an empty name.
  private static final Set<String> STAYS = Set.of("audit_log", "session", "workspace");

  /// What no export holds, each for a reason: what the machinery needs, what others may not see,
  /// and what is no table of rows.
  private static final Set<String> NOT_TAKEN =
      Set.of(
          "stream",
          "stat", // counted from the mails
          "stat_counted", // a view: what stat must be
          "campaign_due", // when to look at a plan again
          "stream_commit",
          "device",
          "mutation_log",
          "tombstone",
          "conflict",
          "import_errors",
          "request_key",
          "ai_answer",
          "score_evidence", // counted from the mails
          "send_job",
          "event",
          "event_retry",
          "webhook_receipt",
          "hook_secret", // no export holds a secret
          "one_time_code",
          "session",
          "refresh_token",
          "users");

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

  private static boolean hasRows(String content) {
    return content.contains("<row>");
  }

  @Test
  void nothing_is_left_of_it_and_nothing_of_others_is_touched() {
    Tenant gone = walls.another("KanarieWeg");
    Tenant guest = gone.guest();
    Map<String, String> before = superuser.dump(walls.bo().workspace());
    Set<String> full = new TreeSet<>();
    superuser
        .dump(gone.workspace())
        .forEach(
            (table, content) -> {
              if (hasRows(content)) {
                full.add(table);
              }
            });
    assertThat(full).as("what there was to delete").hasSizeGreaterThan(20).contains("send_job");
    Reply deleted =
        gone.send(Call.api("DELETE", "/workspace", "{\"name\":\"%s\"}".formatted(name(gone))));
    assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
    Map<String, String> after = superuser.dump(gone.workspace());
    Set<String> left = new TreeSet<>();
    after.forEach(
        (table, content) -> {
          if (hasRows(content) && !STAYS.contains(table) && !table.equals("refresh_token")) {
            left.add(table);
          }
        });
    assertThat(left).isEmpty();
    assertThat(after.get("workspace")).doesNotContain(gone.canary);
    assertThat(superuser.dump(walls.bo().workspace())).isEqualTo(before);
    assertThat(gone.get("/prospects").status()).isEqualTo(401);
    assertThat(guest.get("/auth/me").status()).as("a member of it").isEqualTo(401);
    assertThat(walls.bo().get("/auth/me").status()).isEqualTo(200);
  }

  private static String name(Tenant tenant) {
    return tenant.get("/workspace").json().path("name").asText();
  }

  @Test
  void an_export_holds_every_table_of_rows_and_no_row_of_others() throws Exception {
    Tenant ana = walls.ana();
    Map<String, String> files = export(ana);
    Set<String> tables = new TreeSet<>(superuser.dump(ana.workspace()).keySet());
    tables.removeAll(NOT_TAKEN);
    Set<String> taken = new TreeSet<>();
    files.keySet().forEach(name -> taken.add(name.replaceFirst("\\.jsonl?$", "")));
    assertThat(taken.remove("manifest")).isTrue();
    assertThat(taken).as("a new table is exported, or has a reason not to be").isEqualTo(tables);
    JsonNode manifest = ValueJson.tree(files.getOrDefault("manifest.json", ""));
    for (String table : taken) {
      String lines = files.getOrDefault(table + ".jsonl", "");
      assertThat(lines.lines().count())
          .as(table)
          .isEqualTo(manifest.path("rows").path(table).asLong());
      lines.lines().forEach(line -> assertThat(ValueJson.tree(line).isObject()).isTrue());
    }
    String all = files.toString();
    assertThat(all).contains(ana.id("prospect"), ana.id("email"), ana.id("draft"), ana.canary);
    assertThat(all).doesNotContain(walls.bo().canary).doesNotContain(walls.bo().workspace());
    assertThat(files.get("mailbox.jsonl")).doesNotContain("secret").doesNotContain("dkim");
  }

  private static Map<String, String> export(Tenant tenant) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.at(Surface.API).resolve("/api/workspace/export"))
            .header("Authorization", "Bearer " + tenant.token())
            .header("Accept-Encoding", "gzip")
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
      return unzipped(answer.body());
    }
  }

  private static Map<String, String> unzipped(byte[] bytes) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
