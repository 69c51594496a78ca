package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;

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
    };
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
