package com.salescopilot.server.sending;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.ProspectCommand;
import com.salescopilot.model.sync.RejectCode;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.RowChange;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.CommitHook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps queue and mails in step: a mail has a job as long as it may still leave, and no longer.
/// Whoever takes a mail back deletes its job in the same transaction; the worker's mark before the
/// final dot is made on the same row, so exactly one of the two wins.
public final class SendHook implements CommitHook {
  private final SendQueue queue;
  private final Optional<Relay> relay;
  private final Set<WorkspaceId> queued = ConcurrentHashMap.newKeySet();

  /// A hook that fills the queue.
  ///
  /// @param relay the operator's; without one, mails wait until there is a mailbox
  public SendHook(Optional<Relay> relay) {
    this.queue = new SendQueue();
    this.relay = relay;
  }

  @Override
  public boolean looksAtRows(Change change) {
    return change instanceof CampaignCommand.Move
        || change instanceof ProspectCommand
        || change instanceof ImportCommand.Undo
        || (change instanceof Change.Delete delete
            && (delete.target().entity() == Entity.EMAIL_DRAFT
                || delete.target().entity() == Entity.PROSPECT));
  }

  @Override
  public Optional<Outcome.Rejected> refusal(Tx tx, Scope scope, Mutation mutation, Result result) {
    for (RowChange change : result.rows()) {
      if (change.key().entity() == Entity.EMAIL
          && status(change.after()).equals(Optional.of(EmailStatus.CANCELLED))
          && queue.phase(tx, scope.workspace(), change.key().id()).equals(Optional.of(Phase.DOT))) {
        return Optional.of(
            new Outcome.Rejected(
                RejectCode.TOO_LATE,
                "",
                "The mail is leaving at this moment; it cannot be taken back."));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Change> entailed(Tx tx, Scope scope, Mutation mutation, Result result) {
    List<Change> follow = new ArrayList<>();
    for (RowChange change : result.rows()) {
      UUID id = change.key().id();
      switch (change.key().entity()) {
        case EMAIL_DRAFT -> {
          if (change.after().isEmpty()) {
            withdraw(queue.waitingOfDraft(tx, scope, id), CancelReason.USER, follow);
          }
        }
        case CAMPAIGN -> campaign(tx, scope, change, follow);
        case CAMPAIGN_PROSPECT -> enrolment(tx, scope, change, follow);
        case PROSPECT -> {
          if (change.after().isEmpty()) {
            switch (result.outcome()) {
              case Outcome.Merged(UUID survivor) -> merged(tx, scope, id, survivor, follow);
              case Outcome.Applied _, Outcome.NoOp _, Outcome.Rejected _ ->
                  deleted(tx, scope, id, follow);
            }
          }
        }
        case SUPPRESSION ->
            change
                .after()
                .flatMap(row -> row.text("address"))
                .ifPresent(
                    address ->
                        withdraw(
                            queue.inHandTo(tx, scope, address), CancelReason.SUPPRESSED, follow));
        case PROSPECT_ALIAS,
            CAMPAIGN_STEP,
            COMPANY_DATA,
            EMAIL,
            TEMPLATE,
            TEMPLATE_FAVORITE,
            TASK,
            PROSPECT_IMPORT,
            CONFLICT -> {}
      }
    }
    return follow;
  }

  /// Whether a mail of this workspace was queued since this was last asked.
  boolean takeQueued(WorkspaceId workspace) {
    return queued.remove(workspace);
  }

  @Override
  public void written(Tx tx, Scope scope, List<StoredRow> rows) {
    List<Doc> joining = new ArrayList<>();
    List<UUID> leaving = new ArrayList<>();
    List<UUID> released = new ArrayList<>();
    for (StoredRow row : rows) {
      if (row.key().entity() == Entity.EMAIL) {
        boolean before = status(row.before()).filter(SendHook::mayLeave).isPresent();
        boolean after = status(row.after()).filter(SendHook::mayLeave).isPresent();
        if (after && !before) {
          joining.add(row.after().orElseThrow());
        } else if (before && !after) {
          leaving.add(row.key().id());
        } else if (after && held(row.before()) && !held(row.after())) {
          released.add(row.key().id());
        }
      }
    }
    if (!leaving.isEmpty()) {
      queue.remove(tx, scope.workspace(), leaving);
    }
    if (!released.isEmpty()) {
      queue.hurry(tx, scope, released);
      queued.add(scope.workspace());
    }
    if (!joining.isEmpty()) {
      queue.add(tx, scope, joining, relay.map(Relay::from));
      queued.add(scope.workspace());
    }
  }

  private void campaign(Tx tx, Scope scope, RowChange change, List<Change> follow) {
    Optional<String> before = change.before().flatMap(row -> row.text("status"));
    Optional<String> after = change.after().flatMap(row -> row.text("status"));
    if (after.isEmpty() || after.equals(before)) {
      return;
    }
    UUID id = change.key().id();
    switch (CampaignStatus.valueOf(after.get())) {
      case PAUSED, ARCHIVED ->
          withdraw(queue.waitingOfCampaign(tx, scope, id), CancelReason.PAUSED, follow);
      case ACTIVE ->
          queue
              .pausedOfCampaign(tx, scope, id)
              .forEach(mail -> follow.add(new EmailCommand.Requeue(mail)));
      case DRAFT, COMPLETED -> {}
    }
  }

  private void deleted(Tx tx, Scope scope, UUID prospect, List<Change> follow) {
    withdraw(queue.waitingOfProspect(tx, scope, prospect), CancelReason.USER, follow);
    for (SendQueue.Enrolment enrolment : queue.enrolmentsOf(tx, scope, prospect)) {
      follow.add(
          new EnrolmentCommand.Propose(
              enrolment.id(), EnrolmentStatus.EXCLUDED, Optional.of("deleted")));
    }
  }

  /// The other's enrolments go on with the one that stays; a step that waits for both would leave
  /// twice. Letters by hand leave as they were written.
  private void merged(Tx tx, Scope scope, UUID from, UUID into, List<Change> follow) {
    for (SendQueue.Enrolment enrolment : queue.enrolmentsOf(tx, scope, from)) {
      withdraw(queue.stepsOf(tx, scope, enrolment.campaign(), from), CancelReason.USER, follow);
      follow.add(new EnrolmentCommand.Move(enrolment.id(), enrolment.campaign(), into));
    }
  }

  /// Whoever has answered, is out or began anew gets no step that waits; a letter by hand still
  /// leaves.
  private void enrolment(Tx tx, Scope scope, RowChange change, List<Change> follow) {
    Optional<EnrolmentStatus> after =
        change.after().flatMap(row -> row.text("status")).map(EnrolmentStatus::valueOf);
    if (after.isEmpty()) {
      return;
    }
    boolean anew =
        change.before().isPresent()
            && change.before().get().whole("rotation") < change.after().get().whole("rotation");
    Optional<CancelReason> reason = anew ? Optional.of(CancelReason.USER) : Gate.stops(after.get());
    Doc row = change.after().orElseThrow();
    reason.ifPresent(
        why ->
            withdraw(
                queue.stepsOf(
                    tx,
                    scope,
                    row.uuid("campaignId").orElseThrow(),
                    row.uuid("prospectId").orElseThrow()),
                why,
                follow));
  }

  private static void withdraw(List<UUID> mails, CancelReason reason, List<Change> follow) {
    mails.forEach(mail -> follow.add(new EmailCommand.Withdraw(mail, reason)));
  }

  private static Optional<EmailStatus> status(Optional<Doc> row) {
    return row.flatMap(doc -> doc.text("status")).map(EmailStatus::valueOf);
  }

  private static boolean held(Optional<Doc> row) {
    return row.flatMap(doc -> doc.text("hold")).isPresent();
  }

  private static boolean mayLeave(EmailStatus status) {
    return switch (status) {
      case PENDING_SEND, SENDING -> true;
      case SENT, FAILED, BOUNCED, UNCONFIRMED, CANCELLED -> false;
    };
  }
}
