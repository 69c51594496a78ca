package com.salescopilot.server.dispatch;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Result;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.CommitHook;
import java.util.List;
import java.util.Optional;

/// Notes, in the transaction of a change, that the plan of a workspace may be another one now.
public final class DispatchHook implements CommitHook {
  private static final String ACTIVE = "ACTIVE";

  private final Statements statements = Statements.load(DispatchHook.class);

  @Override
  public boolean looksAtRows(Change change) {
    return false;
  }

  @Override
  public Optional<Outcome.Rejected> refusal(Tx tx, Scope scope, Mutation mutation, Result result) {
    return Optional.empty();
  }

  @Override
  public List<Change> entailed(Tx tx, Scope scope, Mutation mutation, Result result) {
    return List.of();
  }

  @Override
  public void written(Tx tx, Scope scope, List<StoredRow> rows) {
    if (rows.stream().anyMatch(DispatchHook::starts)) {
      tx.later(statements.get("begin"), Args.of("ws", scope.workspace()));
    } else if (rows.stream().anyMatch(DispatchHook::matters)) {
      tx.later(statements.get("mark"), Args.of("ws", scope.workspace()));
    }
  }

  private static boolean starts(StoredRow row) {
    return switch (row.key().entity()) {
      case CAMPAIGN -> status(row.after()).equals(Optional.of(ACTIVE));
      case PROSPECT,
          PROSPECT_ALIAS,
          CAMPAIGN_STEP,
          CAMPAIGN_PROSPECT,
          TEMPLATE,
          EMAIL,
          SUPPRESSION,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          CONFLICT,
          COMPANY_DATA,
          PROSPECT_IMPORT,
          TASK ->
          false;
    };
  }

  /// Whether a plan can hang on it. An open or a reply of a mail alone moves none.
  private static boolean matters(StoredRow row) {
    return switch (row.key().entity()) {
      case CAMPAIGN, CAMPAIGN_STEP, CAMPAIGN_PROSPECT, PROSPECT, SUPPRESSION -> true;
      case EMAIL -> !status(row.before()).equals(status(row.after()));
      case PROSPECT_ALIAS,
          TEMPLATE,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          CONFLICT,
          COMPANY_DATA,
          PROSPECT_IMPORT,
          TASK ->
          false;
    };
  }

  private static Optional<String> status(Optional<Doc> row) {
    return row.flatMap(doc -> doc.text("status"));
  }
}
