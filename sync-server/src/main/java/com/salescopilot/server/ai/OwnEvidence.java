package com.salescopilot.server.ai;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import com.salescopilot.model.score.OwnMails;
import com.salescopilot.model.score.OwnMails.Answered;
import com.salescopilot.model.score.ScoredDraft;
import com.salescopilot.model.score.ScoredMail;
import com.salescopilot.model.score.Scorer;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.RowTables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at night at what people sent: of each check of a score, whether mails that reach its
/// points are answered more often. The newest mails of each sender are enough, so a night is not
/// long.
public final class OwnEvidence {
  private static final int MOST = 2_000;
  private static final Duration TO_ANSWER = Duration.ofDays(3);
  private static final Sender NOBODY = new Sender("", "", "");

  private final Statements statements = Statements.load(OwnEvidence.class);
  private final Scorer scorer = new Scorer();
  private final Database database;
  private final InstantSource clock;

  public OwnEvidence(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Looks through all workspaces.
  ///
  /// @return of how many senders something is known
  public int run() {
    List<WorkspaceId> workspaces = new ArrayList<>();
    database.asWorker(
        tx ->
            tx.scan(
                statements.get("workspaces"),
                Args.none(),
                row -> workspaces.add(new WorkspaceId(row.uuid("workspace_id")))));
    return workspaces.stream().mapToInt(this::of).sum();
  }

  private int of(WorkspaceId workspace) {
    Args enough =
        Args.of("ws", workspace)
            .and("sent", OwnMails.LEAST_SENT)
            .and("answered", OwnMails.LEAST_ANSWERED);
    List<UserId> senders =
        database.inWorkspace(
            Scope.ofSystem(workspace),
            tx ->
                tx.list(statements.get("senders"), enough, row -> new UserId(row.uuid("user_id"))));
    for (UserId sender : senders) {
      database.inWorkspace(Scope.ofSystem(workspace), tx -> count(tx, workspace, sender));
    }
    return senders.size();
  }

  private int count(Tx tx, WorkspaceId workspace, UserId sender) {
    Args args = Args.of("ws", workspace).and("user", sender);
    OwnMails mails = new OwnMails(scorer);
    tx.scan(
        statements.get("mails"),
        args.and("before", clock.instant().minus(TO_ANSWER)).and("most", MOST),
        row -> mails.add(mail(row), row.flag("answered") ? Answered.YES : Answered.NO));
    return tx.exec(
        statements.get("keep"),
        args.and("own", CanonicalJson.of(mails.value())).and("at", clock.instant()));
  }

  private static ScoredMail mail(Row row) {
    FieldValues reader =
        row.uuidMaybe("id").isPresent()
            ? Letter.values(RowTables.doc(Entity.PROSPECT, row), NOBODY)
            : new FieldValues(Map.of());
    ScoredDraft sent =
        new ScoredDraft(
            row.text("subject"), row.textMaybe("body_html"), row.textMaybe("body_text"));
    return sent.asSent(reader).atStep(row.wholeMaybe("step_position").orElse(1L).intValue());
  }
}
