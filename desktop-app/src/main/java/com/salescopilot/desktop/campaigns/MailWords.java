package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Hold;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How mails stand, and why, in words.
final class MailWords {
  private final Texts texts;
  private final DateTimeFormatter times;

  MailWords(Texts texts) {
    this.texts = texts;
    this.times =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(ZoneId.systemDefault());
  }

  static EmailStatus status(Doc mail) {
    return mail.text("status").map(EmailStatus::valueOf).orElse(EmailStatus.PENDING_SEND);
  }

  String status(EmailStatus status) {
    return text("mail." + status.name());
  }

  /// Why it stands where it stands; empty where the status says it all.
  String reason(Doc mail) {
    return switch (status(mail)) {
      case PENDING_SEND ->
          mail.text("hold")
              .map(Hold::valueOf)
              .map(hold -> text("hold." + hold.name()))
              .or(() -> mail.instant("notBefore").map(at -> text("mail.notBefore", time(at))))
              .orElse("");
      case CANCELLED ->
          mail.text("cancelReason")
              .map(CancelReason::valueOf)
              .map(reason -> text("cancelled." + reason.name()))
              .orElse("");
      case FAILED, BOUNCED, UNCONFIRMED -> mail.text("lastReply").orElse("");
      case SENT -> engagement(mail);
      case SENDING -> "";
    };
  }

  /// The last thing that happened among some mails; empty if there are none.
  String last(List<Doc> mails) {
    return mails.stream()
        .flatMap(this::events)
        .max((one, other) -> one.at().compareTo(other.at()))
        .map(event -> text("last." + event.kind(), time(event.at())))
        .orElse("");
  }

  String time(Instant at) {
    return times.format(at);
  }

  private record Event(String kind, Instant at) {}

  private Stream<Event> events(Doc mail) {
    return Stream.of(
            mail.instant("repliedAt").map(at -> new Event("replied", at)),
            mail.instant("openedAt").map(at -> new Event("opened", at)),
            mail.instant("sentAt").map(at -> new Event("sent", at)),
            state(mail))
        .flatMap(Optional::stream);
  }

  private static Optional<Event> state(Doc mail) {
    Optional<Instant> changed = mail.instant("updatedAt").or(() -> mail.instant("createdAt"));
    return switch (status(mail)) {
      case PENDING_SEND, SENDING -> mail.instant("createdAt").map(at -> new Event("queued", at));
      case FAILED -> changed.map(at -> new Event("failed", at));
      case BOUNCED -> changed.map(at -> new Event("bounced", at));
      case UNCONFIRMED -> changed.map(at -> new Event("unconfirmed", at));
      case SENT, CANCELLED -> Optional.empty();
    };
  }

  private String engagement(Doc mail) {
    return mail.instant("repliedAt")
        .map(at -> text("last.replied", time(at)))
        .or(() -> mail.instant("openedAt").map(at -> text("last.opened", time(at))))
        .orElse("");
  }

  private String text(String key, Object... values) {
    return texts.get(MailWords.class, key, values);
  }
}
