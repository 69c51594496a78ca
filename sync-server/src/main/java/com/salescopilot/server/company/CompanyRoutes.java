package com.salescopilot.server.company;

import static com.salescopilot.server.http.Access.ADMIN;
import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.csv.BadRow;
import com.salescopilot.model.csv.CompanyRows;
import com.salescopilot.model.csv.CsvException;
import com.salescopilot.model.csv.CsvFile;
import com.salescopilot.model.csv.CsvLimits;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.CompanyCommand;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.Refusals;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/// `/companies`: what is known of companies, by their domain.
public final class CompanyRoutes implements Routes {
  private static final Actor IMPORT = new Actor.Internal("company-import");
  private static final int AT_ONCE = 500;

  /// Bad rows that are named in the answer.
  private static final int NAMED = 20;

  private final Database database;
  private final Streams streams;
  private final InstantSource clock;
  private final Sql byDomain;
  private final Semaphore places = new Semaphore(1);

  public CompanyRoutes(Database database, Streams streams, InstantSource clock) {
    this.database = database;
    this.streams = streams;
    this.clock = clock;
    this.byDomain = Statements.load(CompanyRoutes.class).get("byDomain");
  }

  @Override
  public void add(RouteTable table) {
    table.post("/companies/import", ADMIN, this::run).get("/companies/{domain}", MEMBER, this::get);
  }

  private Answer get(Caller caller, Request request) {
    String domain = request.path("domain").toLowerCase(Locale.ROOT);
    return database.inWorkspace(
        caller.scope(),
        tx ->
            tx.maybe(
                    byDomain,
                    Args.of("ws", caller.workspace()).and("domain", domain.replace("\u0000", "")),
                    row -> RowTables.doc(Entity.COMPANY_DATA, row))
                .map(row -> Answer.ok(Rows.shown(caller, row)))
                .orElseThrow(AppError.NotFound::new));
  }

  private Answer run(Caller caller, Request request) {
    request.requireType("text/csv");
    if (!places.tryAcquire()) {
      throw new AppError.Limited(
          "Other companies are being imported; try again in a moment.", Duration.ofSeconds(5));
    }
    try {
      byte[] file = request.upload(CsvLimits.IMPORT.bytes());
      CompanyRows rows =
          CompanyRows.of(CsvFile.read(file), "POST /companies/import", clock.instant());
      write(caller, rows);
      return Answer.ok(answer(rows));
    } catch (CsvException e) {
      throw new AppError.Invalid("", e.detail());
    } finally {
      places.release();
    }
  }

  private void write(Caller caller, CompanyRows rows) {
    List<Change> portion = new ArrayList<>();
    rows.companies()
        .forEach(
            (domain, fields) -> {
              portion.add(
                  new CompanyCommand.Put(
                      DerivedId.company(caller.workspace(), domain), domain, fields));
              if (portion.size() == AT_ONCE) {
                write(caller, portion);
              }
            });
    if (!portion.isEmpty()) {
      write(caller, portion);
    }
  }

  private void write(Caller caller, List<Change> portion) {
    List<Change> changes = List.copyOf(portion);
    portion.clear();
    Refusals.told(() -> streams.write(caller.scope(), IMPORT, changes));
  }

  private static ObjectNode answer(CompanyRows rows) {
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("companies", rows.companies().size())
            .put("invalid", rows.bad().size());
    ArrayNode errors = answer.putArray("errors");
    for (BadRow bad : rows.bad().stream().limit(NAMED).toList()) {
      errors.addObject().put("line", bad.line()).put("detail", bad.detail());
    }
    return answer;
  }
}
