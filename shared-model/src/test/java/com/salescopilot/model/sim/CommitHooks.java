package com.salescopilot.model.sim;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.server.Hooks;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.RejectCode;
import com.salescopilot.model.sync.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from a change on the server: a pause takes its mails back, a resumption queues them
/// again, a removed prospect leaves its campaigns, and what has left cannot be taken back.
record CommitHooks(SpaceTx tx) implements Hooks {
  /// The company of which the server can take no prospect: a bug of the server, in the world.
  static final String POISON = "poison";

  /// The server failed on a change.
  static final class Poisoned extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public boolean looksAtRows(Change change) {
    return change instanceof CampaignCommand.Move || change instanceof Change.Delete;
  }

  @Override
  public Optional<Outcome.Rejected> refusal(Mutation mutation, Result result) {
    if (mutation.change() instanceof Change.Create create
        && SpaceTx.says(Optional.ofNullable(create.fields().get("company")), POISON)) {
      throw new Poisoned();
    }
    if (mutation.change() instanceof EmailCommand.Cancel cancel) {
      Space.Claim claim = tx.space().claims.get(cancel.email());
      boolean sending =
          result.rows().stream()
              .flatMap(row -> row.before().stream())
              .anyMatch(row -> Workers.status(row) == EmailStatus.SENDING);
      if (claim != null && claim.left() && sending) {
        return Optional.of(new Outcome.Rejected(RejectCode.TOO_LATE, "", "It is on its way."));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Change> entailed(Mutation mutation, Result result) {
    List<Change> entailed = new ArrayList<>();
    if (!(result.outcome() instanceof Outcome.Applied)) {
      return entailed;
    }
    if (mutation.change() instanceof CampaignCommand.Move move) {
      for (Doc mail : tx.all(Entity.EMAIL)) {
        if (mail.uuid("campaignId").equals(Optional.of(move.campaign()))) {
          mail(move.move(), mail).ifPresent(entailed::add);
        }
      }
    }
    if (mutation.change() instanceof Change.Delete delete
        && delete.target().entity() == Entity.PROSPECT) {
      for (Doc enrolment : tx.all(Entity.CAMPAIGN_PROSPECT)) {
        if (enrolment.uuid("prospectId").equals(Optional.of(delete.target().id()))) {
          entailed.add(
              new EnrolmentCommand.Propose(
                  enrolment.id(), EnrolmentStatus.EXCLUDED, Optional.of("deleted")));
        }
      }
    }
    return entailed;
  }

  private static Optional<Change> mail(CampaignMove move, Doc mail) {
    EmailStatus status = EmailStatus.valueOf(mail.text("status").orElseThrow());
    if (move == CampaignMove.PAUSE && status == EmailStatus.PENDING_SEND) {
      return Optional.of(new EmailCommand.Withdraw(mail.id(), CancelReason.PAUSED));
    }
    return move == CampaignMove.RESUME && status == EmailStatus.CANCELLED
        ? Optional.of(new EmailCommand.Requeue(mail.id()))
        : Optional.empty();
  }
}
