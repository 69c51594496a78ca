package com.salescopilot.server.workspace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes everything of a workspace that its admin may read into one zip: a file of JSON lines a
/// table, and `manifest.json`.
///
/// It is written whole before it is sent: the database is not kept waiting by a slow reader, and
/// what fails half-way is a refusal and no cut file.
final class Export {
  /// What is written. Secrets are left out, colleagues' drafts cannot be seen, and what only the
  /// machinery needs is nobody's data.
  static final List<String> TABLES =
      List.of(
          "workspace",
          "workspace_member",
          "prospect",
          "prospect_alias",
          "company_data",
          "template",
          "campaign",
          "campaign_step",
          "campaign_prospect",
          "suppression",
          "email",
          "email_open_event",
          "email_reply_event",
          "ai_feedback",
          "email_draft",
          "template_favorite",
          "task",
          "prospect_import",
          "mailbox",
          "audit_log");

  private static final int AT_ONCE = 4;
  private static final int FORMAT = 1;

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Statements statements = Statements.load(Export.class);

  Export(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /// Writes the file; whoever sends it deletes it.
  ///
  /// @throws AppError.Limited if several are being written already
  Path write(Caller caller, String source) {
    if (!places.tryAcquire()) {
      throw new AppError.Limited(
          "Other exports are being written; try again in a moment.", Duration.ofSeconds(10));
    }
    try {
      Instant now = clock.instant();
      note(caller, source, now);
      Path file = Files.createTempFile("export", ".zip");
      try {
        fill(file, caller, now);
        return file;
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.release();
    }
  }

  private void note(Caller caller, String source, Instant now) {
    database.inWorkspace(
        caller.scope(),
        tx -> {
          audit.write(
              tx,
              Entry.of(Act.WORKSPACE_EXPORTED)
                  .in(caller.workspace())
                  .by(caller.user())
                  .during(caller.session())
                  .from(source),
              now);
          return true;
        });
  }

  private void fill(Path file, Caller caller, Instant now) throws IOException {
    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      database.snapshot(
          caller.scope(),
          tx -> {
            TABLES.forEach(table -> counts.put(table, table(tx, caller, table, zip)));
            return true;
          });
      ObjectNode manifest =
          JsonNodeFactory.instance
              .objectNode()
              .put("format", FORMAT)
              .put("workspaceId", caller.workspace().toString())
              .put("takenAt", now.toString());
      manifest.set("rows", counts);
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private int table(Tx tx, Caller caller, String table, ZipOutputStream zip) {
    Args args = Args.of("ws", caller.workspace());
    try {
      zip.putNextEntry(new ZipEntry(table + ".jsonl"));
      int rows = tx.scan(statements.get(table), args, row -> line(row, zip));
      zip.closeEntry();
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(Row row, OutputStream out) {
    try {
      out.write((row.text("line") + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
