package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Changes of one enrolment. What events propose is joined, so that their order does not matter;
/// only a command leads to a status of lower rank.
final class EnrolmentRules {
  /// The reason of whom a person took out.
  static final String BY_PERSON = "user";

  private EnrolmentRules() {}

  static Result apply(Context context, EnrolmentCommand command) {
    Optional<Doc> found = context.view().row(command.target());
    if (found.isEmpty()) {
      return context.gone("The enrolment");
    }
    Doc row = found.get();
    return switch (command) {
      case EnrolmentCommand.Propose propose -> propose(context, row, propose);
      case EnrolmentCommand.Ask ask -> ask(context, row, ask);
      case EnrolmentCommand.Sent sent -> sent(context, row, sent);
      case EnrolmentCommand.Revive _ ->
          status(row) == EnrolmentStatus.FAILED
              ? changed(context, row, active(row))
              : Result.noOp();
      case EnrolmentCommand.Move move -> move(context, row, move);
    };
  }

  private static Result ask(Context context, Doc row, EnrolmentCommand.Ask ask) {
    if (!context.mayChange(row)) {
      return context.forbidden(Entity.CAMPAIGN.table());
    }
    if (!ask.move().leaves(status(row))) {
      return Result.rejected(
          RejectCode.STATE,
          "status",
          "An enrolment that is %s does not %s."
              .formatted(status(row), ask.move().name().toLowerCase(Locale.ROOT)));
    }
    Doc after =
        switch (ask.move()) {
          case PAUSE ->
              stopped(row, EnrolmentStatus.PAUSED)
                  .with("resumeAt", ask.until().map(at -> Value.text(at.toString())));
          case EXCLUDE -> stopped(row, EnrolmentStatus.EXCLUDED);
          case RESUME -> status(row) == EnrolmentStatus.ACTIVE ? row : active(row);
          case RETRY -> anew(row);
          case RESTART -> anew(row).with("currentStep", 0).without("anchorAt");
        };
    return after.equals(row) ? Result.noOp() : changed(context, row, after);
  }

  private static Doc stopped(Doc row, EnrolmentStatus status) {
    return row.with("status", status.name()).with("reason", BY_PERSON).without("resumeAt");
  }

  private static Doc active(Doc row) {
    return row.with("status", EnrolmentStatus.ACTIVE.name()).without("reason").without("resumeAt");
  }

  private static Doc anew(Doc row) {
    return active(row).with("rotation", row.whole("rotation") + 1);
  }

  /// The step that left counts from when it left; of an earlier rotation it counts no more.
  private static Result sent(Context context, Doc row, EnrolmentCommand.Sent sent) {
    if (row.whole("rotation") != sent.rotation()) {
      return Result.noOp();
    }
    Doc after = row;
    if (sent.position() > row.whole("currentStep")) {
      after = row.with("currentStep", sent.position()).with("anchorAt", sent.at());
    }
    if (sent.last()) {
      after = joined(after, Proposal.of(EnrolmentStatus.COMPLETED));
    }
    return after.equals(row) ? Result.noOp() : changed(context, row, after);
  }

  private static Result move(Context context, Doc from, EnrolmentCommand.Move move) {
    if (from.key().equals(move.becomes())) {
      return Result.noOp();
    }
    RowChange removed = new RowChange(from.key(), Optional.of(from), Optional.empty());
    Optional<Doc> there = context.view().row(move.becomes());
    if (there.isEmpty()) {
      Doc moved =
          new Doc(Entity.CAMPAIGN_PROSPECT, move.becomes().id(), 0, from.fields())
              .with("prospectId", move.prospectId())
              .with("updatedAt", context.stamp().editedAt());
      return Result.applied(removed, context.added(moved));
    }
    Doc both = both(there.get(), from);
    return both.equals(there.get())
        ? Result.applied(removed)
        : Result.applied(
            removed,
            context.change(there.get(), both.with("updatedAt", context.stamp().editedAt())));
  }

  /// The status of the higher rank and the later step: what either has had, both have had.
  private static Doc both(Doc stays, Doc comes) {
    Doc both = joined(stays, Proposal.of(comes));
    if (comes.whole("currentStep") > stays.whole("currentStep")) {
      both =
          both.with("currentStep", comes.whole("currentStep"))
              .with("anchorAt", comes.get("anchorAt"));
    }
    long rotation = Math.max(stays.whole("rotation"), comes.whole("rotation"));
    return rotation == stays.whole("rotation") ? both : both.with("rotation", rotation);
  }

  private static Result propose(Context context, Doc row, EnrolmentCommand.Propose propose) {
    Doc after = joined(row, new Proposal(propose.status(), propose.resumeAt(), propose.reason()));
    return after.equals(row) ? Result.noOp() : changed(context, row, after);
  }

  private static Doc joined(Doc row, Proposal proposal) {
    Proposal stands = Proposal.of(row);
    Proposal wins = stands.join(proposal);
    return wins.equals(stands)
        ? row
        : row.with("status", wins.status().name())
            .with("reason", wins.reason().map(Value::text))
            .with("resumeAt", wins.resumeAt().map(at -> Value.text(at.toString())));
  }

  private static Result changed(Context context, Doc before, Doc after) {
    return Result.applied(
        context.change(before, after.with("updatedAt", context.stamp().editedAt())));
  }

  static EnrolmentStatus status(Doc enrolment) {
    return EnrolmentStatus.valueOf(enrolment.text("status").orElseThrow());
  }

  /// A status with what belongs to it. Of two the higher rank stays; of two pauses the one that
  /// lasts longer; then the reason decides, only so that every order ends alike.
  ///
  /// @param resumeAt empty for a pause that only a person ends
  private record Proposal(
      EnrolmentStatus status, Optional<Instant> resumeAt, Optional<String> reason) {
    static Proposal of(EnrolmentStatus status) {
      return new Proposal(status, Optional.empty(), Optional.empty());
    }

    static Proposal of(Doc row) {
      return new Proposal(EnrolmentRules.status(row), row.instant("resumeAt"), row.text("reason"));
    }

    Proposal join(Proposal other) {
      if (status != other.status) {
        return status.outranks(other.status) ? this : other;
      }
      int longer = resumeAt.orElse(Instant.MAX).compareTo(other.resumeAt.orElse(Instant.MAX));
      if (longer != 0) {
        return longer > 0 ? this : other;
      }
      return reason.orElse("").compareTo(other.reason.orElse("")) >= 0 ? this : other;
    }
  }
}
