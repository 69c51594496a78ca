package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.HeaderGuard;
import com.salescopilot.model.mail.Hold;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.score.Provenance;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// `email.send`: accepts a letter once. The mail's id is derived from what is sent, so a second
/// send of the same is known as such wherever it comes from.
final class SendRules {
  /// A click that arrives later than this waits for its author to say that it still counts.
  private static final Duration STALE_AFTER = Duration.ofDays(1);

  static final Duration EXPIRES_AFTER = Duration.ofDays(3);
  private static final Pattern FIELD_LEFT_OVER =
      Pattern.compile("\\{\\{\\s*[A-Za-z][A-Za-z0-9_.]*\\s*(\\||}})");

  private SendRules() {}

  static Result apply(Context context, EmailCommand.Send send) {
    Optional<Result> problem = identity(context, send).or(() -> content(send));
    if (problem.isPresent()) {
      return problem.get();
    }
    Optional<Doc> sent = context.view().row(send.target());
    if (sent.isPresent()) {
      return sent.get().text("contentHash").equals(Optional.of(send.contentHash().hex()))
          ? Result.noOp()
          : Result.rejected(
              RejectCode.ALREADY_SENT, "", "This was already sent with other content.");
    }
    return references(context, send).orElseGet(() -> accept(context, send));
  }

  private static Result accept(Context context, EmailCommand.Send send) {
    Instant now = context.stamp().now();
    Doc row = new Doc(Entity.EMAIL, send.email(), 0, new TreeMap<>());
    row =
        row.with("draftId", id(send.draftId()))
            .with("generation", send.generation())
            .with("userId", id(context.user().map(user -> user.value())))
            .with("prospectId", id(send.prospectId().map(context::prospect)))
            .with("campaignId", id(send.campaignId()))
            .with("templateId", id(send.templateId()))
            .with("mailboxId", id(send.mailboxId()))
            .with("toEmail", send.to().strip())
            .with("subject", send.subject().strip())
            .with("body", Bodies.complete(send.body()))
            .with("status", EmailStatus.PENDING_SEND.name())
            .with("tracking", Tracking.IDENTIFIED.name())
            .with("idempotencyKey", send.idempotencyKey().orElse(send.email().toString()))
            .with("contentHash", send.contentHash().hex())
            .with(Provenance.FIELD, send.provenance().map(origin -> (Value) origin))
            .with("opens", 0)
            .with("replies", 0)
            .with("createdAt", context.stamp().editedAt())
            .with("updatedAt", context.stamp().editedAt());
    if (send.templateId().isPresent()) {
      row = row.with("templateRevision", send.templateRevision());
    }
    Instant undone = now.plusSeconds(send.undoSeconds());
    Instant notBefore = send.notBefore().filter(undone::isBefore).orElse(undone);
    if (notBefore.isAfter(now)) {
      row = row.with("notBefore", notBefore);
    }
    row = row.with("expiresAt", notBefore.plus(EXPIRES_AFTER));
    if (stale(context, send)) {
      row = row.with("hold", Hold.STALE.name());
    }
    if (SuppressionRules.holds(context, send.to().strip())) {
      // it is shown as what it is, and never was on its way
      return Result.applied(
          context.added(
              row.without("hold")
                  .with("status", EmailStatus.CANCELLED.name())
                  .with("cancelReason", CancelReason.SUPPRESSED.name())));
    }
    return new Result(
        new Outcome.Applied(),
        List.of(context.added(row)),
        List.of(),
        List.of(EmailRules.event(context, EventType.EMAIL_QUEUED, row)));
  }

  private static boolean stale(Context context, EmailCommand.Send send) {
    Instant wanted =
        send.notBefore()
            .filter(context.stamp().editedAt()::isBefore)
            .orElse(context.stamp().editedAt());
    return wanted.plus(STALE_AFTER).isBefore(context.stamp().now());
  }

  private static Optional<Result> identity(Context context, EmailCommand.Send send) {
    Optional<UUID> expected =
        context
            .user()
            .flatMap(
                user ->
                    send.draftId()
                        .map(draft -> DerivedId.email(user, draft, send.generation()))
                        .or(
                            () ->
                                send.idempotencyKey()
                                    .map(key -> DerivedId.emailForKey(user, key))));
    return expected.equals(Optional.of(send.email()))
        ? Optional.empty()
        : invalid("id", "The mail's id does not follow from its draft or its idempotency key.");
  }

  private static Optional<Result> content(EmailCommand.Send send) {
    if (Address.parse(send.to().strip()) instanceof Address.Refused refused) {
      return invalid("to", "to is not a mail address: " + refused.clause() + ".");
    }
    if (send.subject().isBlank() || send.subject().length() > EntitySpec.LONGEST_SUBJECT) {
      return invalid("subject", "A mail needs a subject of at most 998 characters.");
    }
    Optional<String> unsafe = HeaderGuard.offenceInEncodedText(send.subject().strip());
    if (unsafe.isPresent()) {
      return invalid("subject", "subject holds " + unsafe.get() + ".");
    }
    if (send.undoSeconds() < 0 || send.undoSeconds() > EmailCommand.Send.LONGEST_UNDO) {
      return invalid("undoSeconds", "undoSeconds is between 0 and 120.");
    }
    if (send.provenance()
        .filter(origin -> CanonicalJson.of(origin).length() > Provenance.LONGEST)
        .isPresent()) {
      return invalid("provenance", "provenance is at most 16,384 characters of JSON.");
    }
    if (send.body().members().isEmpty()) {
      return invalid("body", "A mail needs a body.");
    }
    if (FIELD_LEFT_OVER.matcher(send.subject()).find()) {
      return leftOver("subject");
    }
    for (Value half : send.body().members().values()) {
      if (half instanceof Value.Text(String text)) {
        if (text.getBytes(StandardCharsets.UTF_8).length > EntitySpec.LONGEST_BODY) {
          return invalid("body", "The body is larger than 100 KiB.");
        }
        if (FIELD_LEFT_OVER.matcher(text).find()) {
          return leftOver("body");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Result> references(Context context, EmailCommand.Send send) {
    if (send.draftId().isPresent()
        && context.row(Entity.EMAIL_DRAFT, send.draftId().get()).isEmpty()) {
      return Optional.of(context.gone("The draft"));
    }
    if (send.campaignId().isPresent()
        && context.row(Entity.CAMPAIGN, send.campaignId().get()).isEmpty()) {
      return Optional.of(context.gone("The campaign"));
    }
    if (send.prospectId().isEmpty()) {
      return Optional.empty();
    }
    Optional<Doc> prospect =
        context.row(Entity.PROSPECT, context.prospect(send.prospectId().get()));
    if (prospect.isEmpty()) {
      return Optional.of(context.gone("The prospect"));
    }
    boolean theirs =
        prospect
            .get()
            .text("email")
            .flatMap(ProspectRules::key)
            .equals(ProspectRules.key(send.to().strip()));
    return theirs
        ? Optional.empty()
        : invalid("to", "to is not the mail address of the prospect it is meant for.");
  }

  private static Optional<Result> leftOver(String where) {
    return invalid(where, "A merge field is left over in the " + where + ".");
  }

  private static Optional<Result> invalid(String field, String detail) {
    return Optional.of(Result.rejected(RejectCode.INVALID, field, detail));
  }

  private static Optional<Value> id(Optional<UUID> id) {
    return id.map(UUID::toString).map(Value::text);
  }
}
