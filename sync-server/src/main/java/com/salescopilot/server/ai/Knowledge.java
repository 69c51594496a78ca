package com.salescopilot.server.ai;

import com.salescopilot.model.ai.FactSheet;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is known of a prospect, and what the workspace allows.
final class Knowledge {
  private static final Sender NOBODY = new Sender("", "", "");

  private final Database database;
  private final Rows rows;
  private final RowTables tables = new RowTables();
  private final Statements statements = Statements.load(Knowledge.class);

  Knowledge(Database database, Rows rows) {
    this.database = database;
    this.rows = rows;
  }

  /// What one question may draw on.
  ///
  /// @param draft the id of the draft, if it is one of the caller's; empty otherwise
  record Known(AiPolicy policy, FactSheet facts, String draft) {}

  /// Looks it up.
  ///
  /// @throws com.salescopilot.server.http.AppError.NotFound if there is no such prospect
  Known of(Caller caller, LetterRequest letter) {
    return database.inWorkspace(caller.scope(), tx -> known(tx, caller, letter));
  }

  private Known known(Tx tx, Caller caller, LetterRequest letter) {
    Optional<UUID> prospect = Optional.ofNullable(letter.prospectId());
    AiPolicy policy =
        tx.one(
            statements.get("policy"),
            Args.of("ws", caller.workspace()),
            row -> AiPolicy.of(row.json("policy")));
    Optional<Doc> row = prospect.map(id -> rows.get(tx, caller.scope(), Entity.PROSPECT, id));
    Map<String, String> values = new HashMap<>();
    row.ifPresent(doc -> values.putAll(Letter.values(doc, NOBODY).byName()));
    values.keySet().removeIf(name -> name.startsWith("sender."));
    Optional<String> reply =
        row.flatMap(
            doc ->
                tx.maybe(
                    statements.get("lastReply"),
                    Args.of("ws", caller.workspace())
                        .and("user", caller.user())
                        .and("prospect", doc.key().id()),
                    found -> found.text("reply_body")));
    String draft =
        Optional.ofNullable(letter.draftId())
            .flatMap(id -> tables.find(tx, caller.scope(), Entity.EMAIL_DRAFT, id))
            .map(kept -> kept.id().toString())
            .orElse("");
    return new Known(
        policy, FactSheet.of(values, reply, policy.notes(), letter.factTexts()), draft);
  }
}
