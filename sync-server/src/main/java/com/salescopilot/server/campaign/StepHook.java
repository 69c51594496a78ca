package com.salescopilot.server.campaign;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.preflight.Preflight;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.RejectCode;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.RowChange;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.CommitHook;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps enrolments in step with the mails of their steps, in the transaction in which a mail
/// changes: where it says how far somebody is, no worker can see it otherwise.
public final class StepHook implements CommitHook {
  private static final int LONGEST_REASON = 300;

  private final InstantSource clock;
  private final Preflights preflights = new Preflights();
  private final Statements statements = Statements.load(StepHook.class);

  /// A hook that judges by this clock.
  public StepHook(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public boolean looksAtRows(Change change) {
    return change instanceof CampaignCommand.Reorder
        || change instanceof CampaignCommand.Move
        || change instanceof EmailCommand.Settle
        || change instanceof EmailCommand.Evidence
        || (change instanceof Change.Delete delete
            && delete.target().entity() == Entity.CAMPAIGN_STEP);
  }

  /// A step that somebody has passed is history: it is neither removed nor moved. A campaign starts
  /// when preflight lets it.
  @Override
  public Optional<Outcome.Rejected> refusal(Tx tx, Scope scope, Mutation mutation, Result result) {
    if (mutation.change() instanceof CampaignCommand.Move move && move.starts()) {
      return result.rows().stream()
          .flatMap(change -> change.after().stream())
          .flatMap(row -> preflight(tx, scope, row, move.waiting()).stream())
          .findFirst();
    }
    for (RowChange change : result.rows()) {
      if (change.key().entity() == Entity.CAMPAIGN_STEP && change.before().isPresent()) {
        Doc before = change.before().get();
        long was = before.whole("position");
        long now = change.after().map(row -> row.whole("position")).orElse(0L);
        long first = now == 0 ? was : Math.min(was, now);
        if (was != now && passed(tx, scope, before.uuid("campaignId").orElseThrow(), first)) {
          return Optional.of(
              new Outcome.Rejected(
                  RejectCode.STATE,
                  "position",
                  "Somebody has had step " + first + " already; it stays where it is."));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Outcome.Rejected> preflight(
      Tx tx, Scope scope, Doc campaign, CampaignCommand.Move.Waiting waiting) {
    return Preflight.refusal(preflights.of(tx, scope, campaign, clock.instant()), waiting)
        .map(detail -> new Outcome.Rejected(RejectCode.PREFLIGHT, "status", detail));
  }

  private boolean passed(Tx tx, Scope scope, UUID campaign, long position) {
    return tx.maybe(
            statements.get("passed"),
            Args.of("ws", scope.workspace()).and("campaign", campaign).and("position", position),
            row -> row.uuid("id"))
        .isPresent();
  }

  @Override
  public List<Change> entailed(Tx tx, Scope scope, Mutation mutation, Result result) {
    List<Change> follow = new ArrayList<>();
    for (RowChange change : result.rows()) {
      boolean ofStep =
          change.key().entity() == Entity.EMAIL
              && change.after().flatMap(row -> row.get("stepPosition")).isPresent();
      if (ofStep) {
        mail(tx, scope, mutation.change(), change, follow);
      }
    }
    return follow;
  }

  private void mail(Tx tx, Scope scope, Change cause, RowChange change, List<Change> follow) {
    Doc mail = change.after().orElseThrow();
    EmailStatus now = status(mail);
    Optional<EmailStatus> before = change.before().map(StepHook::status);
    if (before.equals(Optional.of(now))) {
      return;
    }
    switch (now) {
      case SENT ->
          enrolment(tx, scope, mail)
              .ifPresent(
                  place -> {
                    before
                        .filter(EmailStatus.FAILED::equals)
                        .ifPresent(_ -> follow.add(new EnrolmentCommand.Revive(place.id())));
                    follow.add(place.sent(mail));
                  });
      case FAILED ->
          enrolment(tx, scope, mail)
              .ifPresent(
                  place ->
                      follow.add(
                          new EnrolmentCommand.Propose(
                              place.id(), EnrolmentStatus.FAILED, reason(mail))));
      case CANCELLED -> {
        if (cause instanceof EmailCommand.Cancel) {
          enrolment(tx, scope, mail)
              .ifPresent(
                  place ->
                      follow.add(
                          new EnrolmentCommand.Propose(
                              place.id(), EnrolmentStatus.EXCLUDED, Optional.of("user"))));
        }
      }
      case PENDING_SEND -> {
        if (cause instanceof EmailCommand.Resend) {
          enrolment(tx, scope, mail)
              .ifPresent(place -> follow.add(new EnrolmentCommand.Revive(place.id())));
        }
      }
      case SENDING, BOUNCED, UNCONFIRMED -> {}
    }
  }

  @Override
  public void written(Tx tx, Scope scope, List<StoredRow> rows) {}

  private Optional<Place> enrolment(Tx tx, Scope scope, Doc mail) {
    return tx.maybe(
        statements.get("place"),
        Args.of("ws", scope.workspace())
            .and("campaign", mail.uuid("campaignId").orElseThrow())
            .and("prospect", mail.uuid("prospectId").orElseThrow())
            .and("position", mail.whole("stepPosition")),
        row -> new Place(row.uuid("id"), row.flag("last")));
  }

  private static Optional<String> reason(Doc mail) {
    return mail.text("lastReply")
        .map(words -> words.substring(0, Math.min(words.length(), LONGEST_REASON)));
  }

  private static EmailStatus status(Doc mail) {
    return EmailStatus.valueOf(mail.text("status").orElseThrow());
  }

  /// An enrolment, and whether the mail's step is its campaign's last.
  private record Place(UUID id, boolean last) {
    Change sent(Doc mail) {
      return new EnrolmentCommand.Sent(
          id,
          (int) mail.whole("stepPosition"),
          (int) mail.whole("rotation"),
          last,
          mail.instant("sentAt").or(() -> mail.instant("updatedAt")).orElseThrow());
    }
  }
}
