package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.EmailTransitions;
import com.salescopilot.model.mail.ErasedAddress;
import com.salescopilot.model.mail.Hold;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Changes of one e-mail after it was accepted for sending; all of them move it along the status
/// table.
final class EmailRules {
  private EmailRules() {}

  static Result apply(Context context, EmailCommand command) {
    Optional<Doc> known = context.view().row(command.target());
    return known.filter(EmailRules::isErased).isPresent()
        ? ErasedMail.apply(context, known.get(), command)
        : onKnown(context, command);
  }

  static boolean isErased(Doc mail) {
    return mail.text("toEmail").equals(Optional.of(ErasedAddress.NOBODY));
  }

  static Result onKnown(Context context, EmailCommand command) {
    return switch (command) {
      case EmailCommand.Send send -> SendRules.apply(context, send);
      case EmailCommand.Due due -> DueRules.apply(context, due);
      case EmailCommand.Cancel cancel -> cancel(context, cancel);
      case EmailCommand.Settle settle -> settle(context, settle);
      case EmailCommand.Resend resend ->
          move(context, resend, EmailStatus.PENDING_SEND, EmailRules::queuedAgain);
      case EmailCommand.Release release -> release(context, release);
      case EmailCommand.Evidence evidence -> EvidenceRules.apply(context, evidence);
      case EmailCommand.Freeze freeze -> freeze(context, freeze);
      case EmailCommand.Claim claim ->
          move(context, claim, EmailStatus.SENDING, row -> claimed(row, claim));
      case EmailCommand.Ended ended -> move(context, ended, ended.as(), row -> ended(row, ended));
      case EmailCommand.Withdraw withdraw ->
          move(
              context,
              withdraw,
              EmailStatus.CANCELLED,
              row -> row.with("cancelReason", withdraw.reason().name()));
      case EmailCommand.Requeue requeue -> requeue(context, requeue);
      case EmailCommand.Engaged engaged -> engaged(context, engaged);
      case EmailCommand.Erase erase ->
          on(context, erase, row -> Result.applied(context.change(row, ErasedMail.of(row))));
    };
  }

  private static Result cancel(Context context, EmailCommand.Cancel cancel) {
    return onOwn(
        context,
        cancel,
        row ->
            switch (status(row)) {
              case CANCELLED -> Result.noOp();
              case PENDING_SEND, SENDING ->
                  moved(
                      context,
                      row,
                      EmailStatus.CANCELLED,
                      r -> r.with("cancelReason", CancelReason.USER.name()));
              case SENT, FAILED, BOUNCED, UNCONFIRMED ->
                  Result.rejected(
                      RejectCode.TOO_LATE,
                      "",
                      "The mail has already left; it cannot be taken back.");
            });
  }

  private static Result settle(Context context, EmailCommand.Settle settle) {
    EmailStatus to =
        switch (settle.as()) {
          case SENT -> EmailStatus.SENT;
          case NOT_SENT -> EmailStatus.FAILED;
        };
    return onOwn(
        context,
        settle,
        row ->
            status(row) != EmailStatus.UNCONFIRMED && status(row) != to
                ? illegal(row, to)
                : moved(
                    context,
                    row,
                    to,
                    r ->
                        to == EmailStatus.SENT && r.get("sentAt").isEmpty()
                            ? r.with("sentAt", context.stamp().editedAt())
                            : r));
  }

  private static Result release(Context context, EmailCommand.Release release) {
    Function<Doc, Result> rule =
        row ->
            row.get("hold").isEmpty()
                ? Result.noOp()
                : untold(
                    context,
                    row,
                    row.without("hold")
                        .with("expiresAt", context.stamp().now().plus(SendRules.EXPIRES_AFTER)));
    boolean byPerson = context.stamp().actor() instanceof Actor.Member;
    return byPerson ? onOwn(context, release, rule) : on(context, release, rule);
  }

  private static Result freeze(Context context, EmailCommand.Freeze freeze) {
    return on(
        context,
        freeze,
        row ->
            switch (status(row)) {
              case PENDING_SEND, SENDING ->
                  row.text("hold").equals(Optional.of(Hold.RESTORED.name()))
                      ? Result.noOp()
                      : untold(context, row, row.with("hold", Hold.RESTORED.name()));
              case SENT, FAILED, BOUNCED, UNCONFIRMED, CANCELLED -> Result.noOp();
            });
  }

  /// A change that no event tells of: the mail's status stays.
  private static Result untold(Context context, Doc before, Doc after) {
    return Result.applied(
        context.change(before, after.with("updatedAt", context.stamp().editedAt())));
  }

  private static Result requeue(Context context, EmailCommand.Requeue requeue) {
    return on(
        context,
        requeue,
        row ->
            status(row) == EmailStatus.CANCELLED
                    && row.text("cancelReason").equals(Optional.of(CancelReason.PAUSED.name()))
                ? changed(
                    context,
                    row,
                    queuedAgain(row)
                        .without("cancelReason")
                        .with("status", EmailStatus.PENDING_SEND.name()))
                : Result.noOp());
  }

  private static Result engaged(Context context, EmailCommand.Engaged facts) {
    return on(
        context,
        facts,
        row -> {
          Doc after =
              row.with("openedAt", facts.openedAt().map(at -> Value.text(at.toString())))
                  .with("repliedAt", facts.repliedAt().map(at -> Value.text(at.toString())))
                  .with("opens", facts.opens())
                  .with("replies", facts.replies())
                  .with(
                      "signals",
                      facts.signals().kept(row.id(), facts.openedAt(), facts.repliedAt()));
          return after.equals(row) ? Result.noOp() : Result.applied(context.change(row, after));
        });
  }

  private static Doc claimed(Doc row, EmailCommand.Claim claim) {
    Doc from =
        row.with("mailboxId", claim.mailboxId())
            .with("fromEmail", claim.fromEmail())
            .with("messageId", claim.messageId());
    return from.with("fromName", claim.fromName().map(Value::text));
  }

  private static Doc ended(Doc row, EmailCommand.Ended ended) {
    Doc after = row.with("lastReply", ended.reply().map(Value::text));
    return switch (ended.as()) {
      case SENT ->
          after
              .with("sentAt", ended.at())
              .with("acceptedAt", ended.at())
              .with("providerMessageId", ended.providerMessageId().map(Value::text));
      case PENDING_SEND, SENDING, FAILED, BOUNCED, UNCONFIRMED, CANCELLED -> after;
    };
  }

  /// Back in the queue on a person's word: its next attempt is its first.
  private static Doc queuedAgain(Doc row) {
    return row.without("lastReply").without("hold").without("notBefore").without("expiresAt");
  }

  private static Result move(
      Context context, EmailCommand command, EmailStatus to, Function<Doc, Doc> with) {
    boolean byPerson = context.stamp().actor() instanceof Actor.Member;
    Function<Doc, Result> rule = row -> moved(context, row, to, with);
    return byPerson ? onOwn(context, command, rule) : on(context, command, rule);
  }

  private static Result moved(Context context, Doc row, EmailStatus to, Function<Doc, Doc> with) {
    if (status(row) == to) {
      return Result.noOp();
    }
    if (!EmailTransitions.allowed(status(row), to)) {
      return illegal(row, to);
    }
    return changed(context, row, with.apply(row).with("status", to.name()));
  }

  private static Result changed(Context context, Doc before, Doc after) {
    Doc timed = after.with("updatedAt", context.stamp().editedAt());
    return new Result(
        new Outcome.Applied(),
        List.of(context.change(before, timed)),
        List.of(),
        event(status(timed))
            .map(type -> event(context, type, timed))
            .map(List::of)
            .orElse(List.of()));
  }

  /// The event that tells of a status, if one does.
  private static Optional<EventType> event(EmailStatus status) {
    return switch (status) {
      case PENDING_SEND -> Optional.of(EventType.EMAIL_QUEUED);
      case SENT -> Optional.of(EventType.EMAIL_SENT);
      case FAILED -> Optional.of(EventType.EMAIL_FAILED);
      case UNCONFIRMED -> Optional.of(EventType.EMAIL_UNCONFIRMED);
      case BOUNCED -> Optional.of(EventType.EMAIL_BOUNCED);
      case SENDING, CANCELLED -> Optional.empty();
    };
  }

  static DomainEvent event(Context context, EventType type, Doc email) {
    SortedMap<String, Value> payload = new TreeMap<>();
    payload.put("emailId", Value.text(email.id().toString()));
    for (String field : List.of("campaignId", "prospectId", "userId")) {
      email.get(field).ifPresent(v -> payload.put(field, v));
    }
    return new DomainEvent(type, email.id(), context.stamp().now(), new Value.Fields(payload));
  }

  private static Result onOwn(Context context, EmailCommand command, Function<Doc, Result> rule) {
    return on(
        context,
        command,
        row -> context.mayChange(row) ? rule.apply(row) : context.forbidden(Entity.EMAIL.table()));
  }

  private static Result on(Context context, EmailCommand command, Function<Doc, Result> rule) {
    return context.view().row(command.target()).map(rule).orElseGet(() -> context.gone("The mail"));
  }

  private static Result illegal(Doc row, EmailStatus to) {
    return Result.rejected(
        RejectCode.STATE,
        "status",
        "A mail that is " + status(row) + " does not become " + to + ".");
  }

  static EmailStatus status(Doc email) {
    return EmailStatus.valueOf(email.text("status").orElseThrow());
  }
}
