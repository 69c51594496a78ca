package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.schedule.Gap;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.Rules;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.stats.SentDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The mailboxes, as far as mails tell of them: a mailbox is known here by what it sent.
final class Mailboxes {
  private final UUID usual;
  private final Rules rules;
  private final Map<UUID, Map<LocalDate, SentDay>> days = new HashMap<>();
  private final Map<UUID, Instant> free = new HashMap<>();
  private final Map<UUID, Last> ofPerson = new HashMap<>();

  /// The mailbox that somebody sent with last.
  private record Last(UUID mailbox, Instant at) {}

  /// @param usual the one of the workspace, with which sends who has none
  /// @param rules of days and gaps
  Mailboxes(List<Doc> mails, UUID usual, Rules rules) {
    this.usual = usual;
    this.rules = rules;
    mails.forEach(this::count);
  }

  private void count(Doc mail) {
    Optional<UUID> mailbox = mail.uuid("mailboxId");
    Optional<Instant> at = mail.instant("sentAt");
    if (mailbox.isEmpty() || at.isEmpty()) {
      return;
    }
    boolean bounced = mail.text("status").equals(Optional.of(EmailStatus.BOUNCED.name()));
    days.computeIfAbsent(mailbox.get(), _ -> new HashMap<>())
        .compute(
            at.get().atZone(rules.zone()).toLocalDate(),
            (_, day) -> {
              SentDay known = day == null ? SentDay.NONE : day;
              return bounced ? known.andBounced() : known.andSent();
            });
    if (mail.get("stepPosition").isPresent()) {
      free.merge(
          mailbox.get(),
          Gap.after(mail.id(), at.get(), rules.gapSeconds()),
          (one, other) -> one.isAfter(other) ? one : other);
    }
    mail.uuid("userId")
        .ifPresent(
            person ->
                ofPerson.merge(
                    person,
                    new Last(mailbox.get(), at.get()),
                    (one, other) -> one.at().isAfter(other.at()) ? one : other));
  }

  /// The one that sends a campaign or a mail.
  UUID of(Doc row) {
    return row.uuid("mailboxId")
        .or(
            () ->
                row.uuid("userId")
                    .flatMap(person -> Optional.ofNullable(ofPerson.get(person)))
                    .map(Last::mailbox))
        .orElse(usual);
  }

  /// Those that send campaigns.
  List<State.Mailbox> all(List<State.Campaign> campaigns) {
    Set<UUID> ids = new HashSet<>(days.keySet());
    campaigns.forEach(campaign -> campaign.mailbox().ifPresent(ids::add));
    return ids.stream()
        .sorted()
        .map(
            id ->
                new State.Mailbox(
                    id,
                    Policy.NONE,
                    Optional.empty(),
                    free.getOrDefault(id, Instant.EPOCH),
                    days.getOrDefault(id, Map.of()),
                    State.Running.SENDS))
        .toList();
  }
}
