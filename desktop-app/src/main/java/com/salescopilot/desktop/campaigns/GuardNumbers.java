package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.schedule.StoredState;
import com.salescopilot.model.stats.Guard;
import com.salescopilot.model.stats.Rate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the guard over a campaign goes by, counted on this machine: what became of the mails of the
/// last days, or of those since somebody resumed it.
record GuardNumbers(Guard.Counts counts) {
  static final GuardNumbers NONE = new GuardNumbers(new Guard.Counts(0, 0, 0));

  /// @param mails of the campaign
  /// @param complainers those who complained since, see [Suppressed#complainers]
  static GuardNumbers of(Instant since, List<Doc> mails, Set<String> complainers) {
    long sent = 0;
    long bounced = 0;
    long complained = 0;
    for (Doc mail : mails) {
      EmailStatus status = MailWords.status(mail);
      boolean came = status == EmailStatus.BOUNCED;
      Optional<Instant> at =
          mail.instant("sentAt").or(() -> came ? mail.instant("updatedAt") : Optional.empty());
      boolean counts = came || status == EmailStatus.SENT;
      if (counts && at.filter(since::isBefore).isPresent()) {
        sent += came ? 0 : 1;
        bounced += came ? 1 : 0;
        complained += Suppressed.isAmong(mail.text("toEmail"), complainers) ? 1 : 0;
      }
    }
    return new GuardNumbers(new Guard.Counts(sent, bounced, complained));
  }

  /// From when on it counts.
  static Instant since(Doc campaign, Instant now) {
    Instant seen = now.minus(Guard.SEEN);
    return StoredState.campaign(campaign, List.of(), Optional.empty()).pauses().stream()
        .map(State.Pause::to)
        .filter(seen::isBefore)
        .max(Instant::compareTo)
        .orElse(seen);
  }

  Rate bounces() {
    return new Rate(counts.bounced(), counts.left());
  }

  Rate complaints() {
    return new Rate(counts.complained(), counts.left());
  }
}
