package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.event.EventType;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// `email.evidence`: a client has seen that a mail left, in a time that the server has lost. Taken
/// for a mail that is held back or missing; the server knows better about any other.
final class EvidenceRules {
  private static final int LONGEST = 1_000;

  /// What the server did when the mail left.
  private static final List<String> OF_SENDING =
      List.of("mailboxId", "fromEmail", "fromName", "messageId", "providerMessageId", "acceptedAt");

  /// What it was, for one that is missing.
  private static final List<String> OF_MAIL =
      List.of(
          "draftId",
          "generation",
          "userId",
          "prospectId",
          "campaignId",
          "templateId",
          "templateRevision",
          "toEmail",
          "subject",
          "idempotencyKey",
          "contentHash");

  private EvidenceRules() {}

  /// The part of a client's row that tells.
  static Value.Fields summary(Doc mail) {
    SortedMap<String, Value> said = new TreeMap<>();
    for (List<String> names : List.of(OF_MAIL, OF_SENDING, List.of("sentAt"))) {
      names.forEach(name -> mail.get(name).ifPresent(value -> said.put(name, value)));
    }
    return new Value.Fields(said);
  }

  static Result apply(Context context, EmailCommand.Evidence evidence) {
    Doc said = new Doc(Entity.EMAIL, evidence.email(), 0, evidence.mail().members());
    Optional<String> wrong =
        said.fields().keySet().stream().filter(name -> !isWellFormed(said, name)).findFirst();
    if (wrong.isPresent() || said.get("sentAt").isEmpty()) {
      return invalid(wrong.orElse("sentAt"));
    }
    Optional<Doc> row = context.view().row(evidence.target());
    if (row.isEmpty()) {
      return missing(context, said);
    }
    return switch (EmailRules.status(row.get())) {
      case PENDING_SEND, SENDING ->
          row.get().get("hold").isPresent() ? left(context, row.get(), said) : Result.noOp();
      case SENT, FAILED, BOUNCED, UNCONFIRMED, CANCELLED -> Result.noOp();
    };
  }

  private static Result left(Context context, Doc row, Doc said) {
    Doc sent = sent(row.without("hold"), said).with("updatedAt", context.stamp().editedAt());
    return told(context, context.change(row, sent), sent);
  }

  private static Result missing(Context context, Doc said) {
    for (String needed : List.of("userId", "toEmail", "subject", "idempotencyKey")) {
      if (said.get(needed).isEmpty()) {
        return invalid(needed);
      }
    }
    Doc row =
        new Doc(Entity.EMAIL, said.id(), 0, new TreeMap<>())
            .with("tracking", Tracking.IDENTIFIED.name())
            .with("opens", 0)
            .with("replies", 0)
            .with("createdAt", context.stamp().editedAt())
            .with("updatedAt", context.stamp().editedAt());
    for (String name : OF_MAIL) {
      row = row.with(name, said.get(name));
    }
    Doc sent = sent(row, said);
    return told(context, context.added(sent), sent);
  }

  private static Doc sent(Doc row, Doc said) {
    Doc sent = row.with("status", EmailStatus.SENT.name()).with("sentAt", said.get("sentAt"));
    for (String name : OF_SENDING) {
      sent = sent.with(name, said.get(name).or(() -> row.get(name)));
    }
    return sent;
  }

  private static Result told(Context context, RowChange change, Doc sent) {
    return new Result(
        new Outcome.Applied(),
        List.of(change),
        List.of(),
        List.of(EmailRules.event(context, EventType.EMAIL_SENT, sent)));
  }

  private static boolean isWellFormed(Doc said, String name) {
    Optional<FieldSpec> field =
        EntitySpec.of(Entity.EMAIL).synced().stream()
            .filter(spec -> spec.name().equals(name))
            .findFirst();
    Value value = said.get(name).orElseThrow();
    return field.isPresent()
        && switch (field.get().kind()) {
          case TEXT, ADDRESS ->
              value instanceof Value.Text(String text)
                  && text.length() <= LONGEST
                  && text.indexOf('\0') < 0;
          case ID -> value instanceof Value.Text(String text) && isId(text);
          case INSTANT -> value instanceof Value.Text(String text) && isInstant(text);
          case WHOLE ->
              value instanceof Value.Whole(long number)
                  && number >= 0
                  && number <= Integer.MAX_VALUE;
          case DECIMAL, MAP, JSON, BODY -> false;
        };
  }

  private static boolean isId(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      return Instant.parse(text).toString().equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Result invalid(String field) {
    return Result.rejected(
        RejectCode.INVALID, field, "Evidence of a mail needs its " + field + ".");
  }
}
