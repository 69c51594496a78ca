package com.salescopilot.server.rest;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.Company;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.RowTables;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a workspace knows of where people work.
public final class Companies {
  private static final String FIELDS = "companyData.";

  private Companies() {}

  /// The companies of these prospects, by the prospect's id.
  public static Map<UUID, Doc> of(Tx tx, Scope scope, RowTables tables, Collection<Doc> prospects) {
    Map<UUID, UUID> wanted = new HashMap<>();
    for (Doc prospect : prospects) {
      id(scope, prospect).ifPresent(id -> wanted.put(prospect.id(), id));
    }
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Doc> rows = new HashMap<>();
    tables
        .find(tx, scope, Entity.COMPANY_DATA, wanted.values().stream().distinct().toList())
        .forEach(row -> rows.put(row.id(), row));
    Map<UUID, Doc> found = new HashMap<>();
    wanted.forEach(
        (prospect, id) -> Optional.ofNullable(rows.get(id)).ifPresent(r -> found.put(prospect, r)));
    return found;
  }

  /// The same, if one of these texts names a field of theirs: most never do.
  public static Map<UUID, Doc> named(
      Tx tx, Scope scope, RowTables tables, Collection<Doc> texts, Collection<Doc> prospects) {
    return texts.stream().anyMatch(Companies::names) ? of(tx, scope, tables, prospects) : Map.of();
  }

  private static boolean names(Doc text) {
    return text.text("subject").filter(line -> line.contains(FIELDS)).isPresent()
        || text.body("html").filter(half -> half.contains(FIELDS)).isPresent()
        || text.body("text").filter(half -> half.contains(FIELDS)).isPresent();
  }

  private static Optional<UUID> id(Scope scope, Doc prospect) {
    return prospect
        .text("email")
        .flatMap(Company::domain)
        .map(domain -> DerivedId.company(scope.workspace(), domain));
  }
}
