package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.util.List;
import java.util.Optional;

/// Changes of one enrolment.
final class EnrolmentRules {
  private EnrolmentRules() {}

  static Result apply(Context context, EnrolmentCommand command) {
    return switch (command) {
      case EnrolmentCommand.Propose propose ->
          context
              .view()
              .row(propose.target())
              .map(before -> propose(context, before, propose))
              .orElseGet(() -> context.gone("The enrolment"));
      case EnrolmentCommand.Move move ->
          context
              .view()
              .row(move.target())
              .map(row -> move(context, row, move))
              .orElseGet(() -> context.gone("The enrolment"));
    };
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
    Doc both = joined(there.get(), from);
    return both.equals(there.get())
        ? Result.applied(removed)
        : Result.applied(
            removed,
            context.change(there.get(), both.with("updatedAt", context.stamp().editedAt())));
  }

  /// The status of the higher rank and the later step: what either has had, both have had.
  private static Doc joined(Doc stays, Doc comes) {
    Doc both = stays;
    if (status(stays).join(status(comes)) != status(stays)) {
      both = both.with("status", status(comes).name()).with("reason", comes.get("reason"));
    }
    for (String count : List.of("currentStep", "rotation")) {
      long most = Math.max(stays.whole(count), comes.whole(count));
      both = most == stays.whole(count) ? both : both.with(count, most);
    }
    return both;
  }

  private static Result propose(Context context, Doc before, EnrolmentCommand.Propose propose) {
    EnrolmentStatus current = status(before);
    EnrolmentStatus joined = current.join(propose.status());
    if (joined == current) {
      return Result.noOp();
    }
    Doc after = before.with("status", joined.name()).without("reason");
    after = propose.reason().isPresent() ? after.with("reason", propose.reason().get()) : after;
    return Result.applied(
        context.change(before, after.with("updatedAt", context.stamp().editedAt())));
  }

  static EnrolmentStatus status(Doc enrolment) {
    return EnrolmentStatus.valueOf(enrolment.text("status").orElseThrow());
  }
}
