package com.salescopilot.server.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.rest.MailRows;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The totals.
final class Stats {
  private final Statements statements = Statements.load(Stats.class);
  private final Database database;

  Stats(Database database) {
    this.database = database;
  }

  ObjectNode of(Caller caller, Whose whose, Instant now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", now.truncatedTo(ChronoUnit.MILLIS).toString()).put("scope", whose.word());
    Args args = Args.of("ws", caller.workspace()).and("sender", whose.sender(caller));
    return database.snapshot(
        caller.scope(),
        tx -> {
          tx.one(statements.get("mails"), args, MailRows::counts).into(json);
          long active = tx.one(statements.get("activeCampaigns"), args, row -> row.whole("n"));
          json.put("activeCampaigns", active);
          // "not read yet" is not "no reply"
          Optional<Instant> read =
              tx.one(statements.get("readThrough"), args, row -> row.instantMaybe("at"));
          json.put("repliesKnownThrough", read.map(Instant::toString).orElse(null));
          return json;
        });
  }
}
