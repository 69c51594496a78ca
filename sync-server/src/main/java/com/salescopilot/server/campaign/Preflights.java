package com.salescopilot.server.campaign;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.preflight.Facts;
import com.salescopilot.model.preflight.Finding;
import com.salescopilot.model.preflight.Preflight;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.rest.Companies;
import com.salescopilot.server.stream.RowTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Preflight on what is stored.
public final class Preflights {
  private final RowTables tables = new RowTables();
  private final Statements statements = Statements.load(Preflights.class);

  /// What stands against starting a campaign now.
  public List<Finding> of(Tx tx, Scope scope, Doc campaign, Instant now) {
    Args args =
        Args.of("ws", scope.workspace())
            .and("campaign", campaign.id())
            .and("user", campaign.uuid("userId").orElseThrow())
            .and("mailbox", campaign.uuid("mailboxId"));
    List<Doc> steps =
        tx.list(statements.get("steps"), args, row -> RowTables.doc(Entity.CAMPAIGN_STEP, row));
    if (steps.isEmpty()) {
      return Preflight.of(
          new Facts(
              campaign,
              List.of(),
              List.of(),
              Facts.Way.UNKNOWN,
              new Sender("", "", ""),
              new FieldCatalogue(List.of()),
              now));
    }
    List<Facts.Person> seen = new ArrayList<>();
    tx.scan(statements.get("people"), args, row -> seen.add(person(row)));
    Map<UUID, Doc> companies =
        Companies.named(
            tx, scope, tables, steps, seen.stream().map(Facts.Person::prospect).toList());
    List<Facts.Person> people = seen.stream().map(one -> working(one, companies)).toList();
    return Preflight.of(
        new Facts(
            campaign,
            steps,
            people,
            tx.one(statements.get("way"), args, row -> Facts.Way.valueOf(row.text("way"))),
            tx.one(
                statements.get("sender"),
                args,
                row ->
                    new Sender(row.text("first_name"), row.text("last_name"), row.text("email"))),
            new FieldCatalogue(tx.list(statements.get("keys"), args, row -> row.text("key"))),
            now));
  }

  private static Facts.Person working(Facts.Person one, Map<UUID, Doc> companies) {
    return new Facts.Person(
        one.prospect(),
        one.reach(),
        one.elsewhere(),
        Optional.ofNullable(companies.get(one.prospect().id())));
  }

  private static Facts.Person person(Row row) {
    return new Facts.Person(
        RowTables.doc(Entity.PROSPECT, row),
        row.flag("suppressed") ? Gate.Reach.SUPPRESSED : Gate.Reach.OPEN,
        row.flag("elsewhere") ? Facts.Elsewhere.YES : Facts.Elsewhere.NO);
  }
}
