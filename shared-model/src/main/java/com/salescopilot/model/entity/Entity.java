package com.salescopilot.model.entity;

import java.util.Optional;

/// The kinds of rows that are synchronised. [#table()] is the name everywhere: table, JSON,
/// headless command.
public enum Entity {
  PROSPECT("prospect", StreamKind.WS),
  PROSPECT_ALIAS("prospect_alias", StreamKind.WS),
  COMPANY_DATA("company_data", StreamKind.WS),
  CAMPAIGN("campaign", StreamKind.WS),
  CAMPAIGN_STEP("campaign_step", StreamKind.WS),
  CAMPAIGN_PROSPECT("campaign_prospect", StreamKind.WS),
  TEMPLATE("template", StreamKind.WS),
  EMAIL("email", StreamKind.WS),
  SUPPRESSION("suppression", StreamKind.WS),
  EMAIL_DRAFT("email_draft", StreamKind.ME),
  TEMPLATE_FAVORITE("template_favorite", StreamKind.ME),
  TASK("task", StreamKind.ME),
  PROSPECT_IMPORT("prospect_import", StreamKind.ME),
  CONFLICT("conflict", StreamKind.ME);

  private final String table;
  private final StreamKind stream;

  Entity(String table, StreamKind stream) {
    this.table = table;
    this.stream = stream;
  }

  /// The name of the table.
  public String table() {
    return table;
  }

  /// The stream that the rows travel in.
  public StreamKind stream() {
    return stream;
  }

  /// The entity of this table name, or empty.
  public static Optional<Entity> named(String table) {
    for (Entity entity : values()) {
      if (entity.table.equals(table)) {
        return Optional.of(entity);
      }
    }
    return Optional.empty();
  }
}
