package com.salescopilot.server.rest;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.score.Circumstance;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.score.ScoredDraft;
import com.salescopilot.model.score.ScoredMail;
import com.salescopilot.model.score.Scorer;
import com.salescopilot.model.score.Weights;
import com.salescopilot.model.score.Yardstick;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import java.util.Optional;
import java.util.OptionalInt;

/// What letters score as they leave, by the weights of their workspace: kept with the mail.
public final class Scores {
  private final Statements statements = Statements.load(Scores.class);
  private final Scorer scorer = new Scorer();

  /// What the checks are worth in a workspace.
  public Weights weights(Tx tx, WorkspaceId workspace) {
    return tx.one(
        statements.get("weights"),
        Args.of("ws", workspace),
        row -> Yardstick.of(row.json("weights"), MissingNode.getInstance()).weights());
  }

  /// The score of a letter whose words are final.
  ///
  /// @param reader what fields stand for in a letter to them; nothing if nobody is known
  /// @param step the position of its step; empty for a letter by hand
  public Score of(
      Weights weights, String subject, Value.Fields body, FieldValues reader, OptionalInt step) {
    ScoredMail mail =
        new ScoredDraft(subject, half(body, "html"), half(body, "text")).asSent(reader);
    ScoredMail placed =
        step.isPresent() ? mail.when(Circumstance.CAMPAIGN).atStep(step.getAsInt()) : mail;
    return scorer.score(placed, weights);
  }

  private static Optional<String> half(Value.Fields body, String name) {
    return body.members().get(name) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
