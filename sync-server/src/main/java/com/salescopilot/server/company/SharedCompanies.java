package com.salescopilot.server.company;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.csv.CompanyRows;
import com.salescopilot.model.csv.CsvException;
import com.salescopilot.model.csv.CsvFile;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;

/// The operator's companies, for every workspace to copy from. They are rows of no workspace and of
/// no stream; who works in a workspace sees the copies that were made for it.
public final class SharedCompanies {
  /// Whose rows they are.
  static final WorkspaceId NOBODYS = new WorkspaceId(new UUID(0, 0));

  private static final System.Logger LOG = System.getLogger(SharedCompanies.class.getName());
  private static final int AT_ONCE = 1_000;

  private final Statements statements = Statements.load(SharedCompanies.class);
  private final Database database;
  private final InstantSource clock;
  private volatile Set<String> domains = Set.of();

  /// None are known yet.
  public SharedCompanies(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Takes up the CSV files of a folder, in the order of their names, and finds out of which
  /// domains something is known. A file that cannot be read is told in the log and passed over.
  public void load(Path folder) {
    for (Path file : files(folder)) {
      try {
        take(file);
      } catch (IOException | CsvException e) {
        LOG.log(Level.WARNING, "{0} is no file of companies: {1}", file, e.getMessage());
      }
    }
    Set<String> known = new HashSet<>();
    database.inWorkspace(
        Scope.ofSystem(NOBODYS),
        tx ->
            tx.scan(statements.get("domains"), Args.none(), row -> known.add(row.text("domain"))));
    domains = Set.copyOf(known);
  }

  /// Whether something is known of the company with this domain.
  boolean knows(String domain) {
    return domains.contains(domain);
  }

  private void take(Path file) throws IOException {
    Instant now = clock.instant();
    CsvFile read = CsvFile.read(Files.readAllBytes(file));
    CompanyRows rows = CompanyRows.of(read, file.getFileName().toString(), now);
    rows.bad()
        .forEach(
            bad -> LOG.log(Level.WARNING, "{0}, line {1}: {2}", file, bad.line(), bad.detail()));
    List<ArrayNode> portions = new ArrayList<>();
    rows.companies()
        .forEach(
            (domain, fields) -> {
              if (portions.isEmpty() || portions.getLast().size() == AT_ONCE) {
                portions.add(JsonNodeFactory.instance.arrayNode());
              }
              add(portions.getLast(), domain, fields);
            });
    for (ArrayNode portion : portions) {
      database.inWorkspace(
          Scope.ofSystem(NOBODYS),
          tx -> tx.exec(statements.get("save"), Args.of("rows", portion).and("at", now)));
    }
    LOG.log(Level.INFO, "{0} companies come from {1}", rows.companies().size(), file);
  }

  private static void add(ArrayNode rows, String domain, SortedMap<String, Value> fields) {
    var row = rows.addObject().put("id", DerivedId.company(NOBODYS, domain).toString());
    row.put("domain", domain);
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      row.set(field.getKey(), ValueJson.write(field.getValue()));
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
