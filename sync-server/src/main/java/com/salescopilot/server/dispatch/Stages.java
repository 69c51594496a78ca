package com.salescopilot.server.dispatch;

import com.salescopilot.model.campaign.CompanyStop;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.stream.RowTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads all that a rehearsal needs, in one snapshot.
final class Stages {
  private final RowTables tables = new RowTables();
  private final Statements statements = Statements.load(Stages.class);

  Stage of(Tx tx, Caller caller, Outlooks outlooks, UUID campaign, Instant now) {
    Outlook outlook = outlooks.read(tx, caller.workspace(), Optional.of(campaign), now);
    Args args = Args.of("ws", caller.workspace()).and("campaign", campaign);
    Sender sender = tx.one(statements.get("sender"), args, Situations::sender);
    FieldCatalogue fields =
        new FieldCatalogue(tx.list(statements.get("keys"), args, row -> row.text("key")));
    List<UUID> people =
        outlook.state().enrolments().stream()
            .filter(enrolment -> enrolment.campaignId().equals(campaign))
            .map(State.Enrolment::prospectId)
            .toList();
    return new Stage(
        outlook,
        StepLetters.to(
            tx, caller.scope(), tables, outlook, Map.of(campaign, sender), fields, people),
        tx.one(statements.get("policy"), args, row -> CompanyStop.of(row.json("policy"))));
  }
}
