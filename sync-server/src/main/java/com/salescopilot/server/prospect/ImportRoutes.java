package com.salescopilot.server.prospect;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.csv.CsvException;
import com.salescopilot.model.csv.CsvLimits;
import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.csv.ProspectExport;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.IdempotencyKey;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Prospects out of files and into files.
public final class ImportRoutes implements Routes {
  /// Each holds its file in memory.
  private static final int AT_ONCE = 2;

  private static final String CSV = "text/csv";

  private final Imports imports;
  private final ProspectSearch search;
  private final Supplier<UUID> ids;
  private final Semaphore places = new Semaphore(AT_ONCE);

  public ImportRoutes(
      Database database,
      Streams streams,
      RowTables tables,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.imports = new Imports(database, streams, tables, clock);
    this.search = new ProspectSearch(database);
    this.ids = ids;
  }

  @Override
  public void add(RouteTable table) {
    table
        .post("/prospects/import", MEMBER, this::run)
        .get("/prospects/import/{id}/errors.csv", MEMBER, this::errors)
        .post("/prospects/import/{id}/undo", MEMBER, this::undo)
        .get("/prospects/export", MEMBER, this::export);
  }

  private Answer run(Caller caller, Request request) {
    ImportMode mode = mode(request);
    boolean dry = dryRun(request);
    UUID id =
        IdempotencyKey.of(request).map(key -> DerivedId.keyed(caller.user(), key)).orElseGet(ids);
    request.requireType(CSV);
    if (!places.tryAcquire()) {
      throw new AppError.Limited(
          "Other files are being imported; try again in a moment.", Duration.ofSeconds(5));
    }
    try {
      byte[] file = request.upload(CsvLimits.IMPORT.bytes());
      ObjectNode answer =
          dry ? imports.preview(caller, file, mode) : imports.run(caller, id, file, mode);
      return Answer.ok(answer);
    } catch (CsvException e) {
      throw new AppError.Invalid("", e.detail());
    } finally {
      places.release();
    }
  }

  private Answer errors(Caller caller, Request request) {
    byte[] file = imports.errors(caller, request.id("id"));
    return Answer.bytes(CSV, file)
        .with("Content-Disposition", "attachment; filename=\"errors.csv\"");
  }

  private Answer undo(Caller caller, Request request) {
    return Answer.ok(imports.undo(caller, request.id("id")));
  }

  private Answer export(Caller caller, Request request) {
    List<Doc> found = search.all(caller, ProspectRoutes.typed(request));
    return Answer.bytes(CSV, ProspectExport.of(found).getBytes(StandardCharsets.UTF_8))
        .with("Content-Disposition", "attachment; filename=\"prospects.csv\"");
  }

  private static ImportMode mode(Request request) {
    String name = request.query("mode").orElse(ImportMode.FILL_BLANKS.name());
    for (ImportMode mode : ImportMode.values()) {
      if (mode.name().equals(name)) {
        return mode;
      }
    }
    throw new AppError.Malformed(
        List.of(new FieldError("?mode", "must be FILL_BLANKS, OVERWRITE or SKIP.")));
  }

  private static boolean dryRun(Request request) {
    return switch (request.query("dryRun").orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new AppError.Malformed(
              List.of(new FieldError("?dryRun", "must be true or false.")));
    };
  }
}
