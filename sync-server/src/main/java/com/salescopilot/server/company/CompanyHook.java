package com.salescopilot.server.company;

import com.salescopilot.model.csv.CompanyRows;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.CompanyCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.RowChange;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Sql;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.CommitHook;
import com.salescopilot.server.stream.RowTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The first prospect with a company's domain brings what the operator knows of the company into
/// the workspace. From then on the row is the workspace's own.
public final class CompanyHook implements CommitHook {
  private final SharedCompanies shared;
  private final Sql missing;

  public CompanyHook(SharedCompanies shared) {
    this.shared = shared;
    this.missing = Statements.load(CompanyHook.class).get("missing");
  }

  @Override
  public boolean looksAtRows(Change change) {
    return false; // a copy that an earlier change of the batch makes is made again as it is
  }

  @Override
  public Optional<Outcome.Rejected> refusal(Tx tx, Scope scope, Mutation mutation, Result result) {
    return Optional.empty();
  }

  @Override
  public List<Change> entailed(Tx tx, Scope scope, Mutation mutation, Result result) {
    TreeSet<String> domains = new TreeSet<>();
    for (RowChange change : result.rows()) {
      if (change.key().entity() == Entity.PROSPECT) {
        Optional<String> before = change.before().flatMap(CompanyHook::domain);
        change
            .after()
            .flatMap(CompanyHook::domain)
            .filter(domain -> !before.equals(Optional.of(domain)))
            .filter(shared::knows)
            .ifPresent(domains::add);
      }
    }
    List<Change> follow = new ArrayList<>();
    if (!domains.isEmpty()) {
      tx.scan(
          missing,
          Args.of("ws", scope.workspace()).and("domains", List.copyOf(domains)),
          row -> follow.add(copy(scope, RowTables.doc(Entity.COMPANY_DATA, row))));
    }
    return follow;
  }

  @Override
  public void written(Tx tx, Scope scope, List<StoredRow> rows) {}

  private static Change copy(Scope scope, Doc known) {
    String domain = known.text("domain").orElseThrow();
    SortedMap<String, Value> fields = new TreeMap<>(known.fields());
    fields.keySet().removeAll(List.of("domain", "createdAt", "updatedAt"));
    return new CompanyCommand.Put(DerivedId.company(scope.workspace(), domain), domain, fields);
  }

  private static Optional<String> domain(Doc prospect) {
    return prospect.text("email").flatMap(CompanyRows::companyOf);
  }
}
