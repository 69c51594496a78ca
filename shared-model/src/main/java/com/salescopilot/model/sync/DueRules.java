package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.score.Provenance;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// `email.due`: the mail of a campaign's step. Its id is derived from campaign, prospect, position
/// and rotation, so a step leaves once, however often it is planned. What was planned is judged
/// again here, by the rows as they stand: somebody may have stopped it meanwhile.
final class DueRules {
  private DueRules() {}

  static Result apply(Context context, EmailCommand.Due due) {
    boolean derived =
        due.email()
            .equals(
                DerivedId.stepEmail(
                    due.campaignId(), due.prospectId(), due.position(), due.rotation()));
    if (!derived) {
      return Result.rejected(
          RejectCode.INVALID, "id", "The mail's id does not follow from its step.");
    }
    Optional<Doc> there = context.view().row(due.target());
    boolean waits =
        there.filter(mail -> EmailRules.status(mail) != EmailStatus.CANCELLED).isPresent();
    if (waits) {
      return Result.noOp();
    }
    Optional<Doc> campaign = context.row(Entity.CAMPAIGN, due.campaignId());
    Optional<Doc> enrolment = context.view().row(due.enrolment());
    if (campaign.isEmpty()
        || enrolment.isEmpty()
        || !goesOn(campaign.get(), enrolment.get(), due)) {
      return Result.noOp(); // stopped since it was planned
    }
    if (!isTheirs(context, due) || SuppressionRules.holds(context, due.to())) {
      return Result.noOp();
    }
    Doc mail = mail(context, due, campaign.get(), there);
    return new Result(
        new Outcome.Applied(),
        List.of(new RowChange(mail.key(), there, Optional.of(mail))),
        List.of(),
        List.of(EmailRules.event(context, EventType.EMAIL_QUEUED, mail)));
  }

  private static boolean goesOn(Doc campaign, Doc enrolment, EmailCommand.Due due) {
    return CampaignRules.status(campaign) == CampaignStatus.ACTIVE
        && EnrolmentRules.status(enrolment) == EnrolmentStatus.ACTIVE
        && enrolment.whole("rotation") == due.rotation()
        && enrolment.whole("currentStep") < due.position();
  }

  private static boolean isTheirs(Context context, EmailCommand.Due due) {
    return context
        .row(Entity.PROSPECT, due.prospectId())
        .flatMap(prospect -> prospect.text("email"))
        .flatMap(ProspectRules::key)
        .equals(ProspectRules.key(due.to()));
  }

  private static Doc mail(
      Context context, EmailCommand.Due due, Doc campaign, Optional<Doc> there) {
    Doc made =
        new Doc(Entity.EMAIL, due.email(), 0, new TreeMap<>())
            .with("userId", campaign.get("userId"))
            .with("prospectId", due.prospectId())
            .with("campaignId", due.campaignId())
            .with("stepPosition", due.position())
            .with("rotation", due.rotation())
            .with("idempotencyKey", due.email().toString())
            .with("tracking", Tracking.IDENTIFIED.name())
            .with("opens", 0)
            .with("replies", 0)
            .with("createdAt", context.stamp().editedAt());
    Doc row =
        there
            .map(
                mail ->
                    mail.without("cancelReason")
                        .without("lastReply")
                        .without("hold")
                        .without("expiresAt"))
            .orElse(made)
            .with("variant", due.variant())
            .with("templateId", due.templateId().map(id -> Value.text(id.toString())))
            .with("mailboxId", due.mailboxId().map(id -> Value.text(id.toString())))
            .with("toEmail", due.to())
            .with("subject", due.subject())
            .with("body", Bodies.complete(due.body()))
            .with("threadReferences", due.threadReferences().map(Value::text))
            .with(Provenance.FIELD, due.provenance().map(origin -> (Value) origin))
            .with("status", EmailStatus.PENDING_SEND.name())
            .with("notBefore", due.notBefore())
            .with("updatedAt", context.stamp().editedAt());
    return due.templateId().isPresent()
        ? row.with("templateRevision", due.templateRevision())
        : row.without("templateRevision");
  }
}
