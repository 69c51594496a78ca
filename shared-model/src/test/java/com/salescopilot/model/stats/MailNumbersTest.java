package com.salescopilot.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.stats.MailEvent.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MailNumbersTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Days FOUR = new Days(BERLIN, Instant.parse("2026-03-31T09:00:00Z"), 4);

  private final List<MailFacts> mails = new ArrayList<>();

  private UUID mail(EmailStatus status, Tracking tracking, String sent, String open, String reply) {
    UUID id = new UUID(7, mails.size());
    mails.add(new MailFacts(id, status, tracking, at(sent), at(open), at(reply)));
    return id;
  }

  private UUID sent(String at, String opened, String replied) {
    return mail(EmailStatus.SENT, Tracking.IDENTIFIED, at, opened, replied);
  }

  private static Optional<Instant> at(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty()).map(Instant::parse);
  }

  private String days(Days days) {
    StringBuilder all = new StringBuilder();
    for (DayCounts day : DayCounts.of(days, mails)) {
      all.append(
          "%d:%d/%d/%d "
              .formatted(day.date().getDayOfMonth(), day.sent(), day.opened(), day.replied()));
    }
    return all.toString().strip();
  }

  @Test
  void opens_count_where_a_person_can_be_told_and_replies_of_all_that_was_sent() {
    sent("2026-03-28T10:00:00Z", "2026-03-28T11:00:00Z", "2026-03-28T12:00:00Z");
    sent("2026-03-28T10:00:00Z", "", "");
    mail(EmailStatus.SENT, Tracking.OFF, "2026-03-28T10:00:00Z", "", "2026-03-28T12:00:00Z");
    mail(EmailStatus.SENT, Tracking.ANONYMOUS, "2026-03-28T10:00:00Z", "2026-03-28T11:00:00Z", "");
    mail(EmailStatus.BOUNCED, Tracking.IDENTIFIED, "2026-03-28T10:00:00Z", "", "");
    mail(EmailStatus.FAILED, Tracking.IDENTIFIED, "", "", "");
    mail(EmailStatus.UNCONFIRMED, Tracking.IDENTIFIED, "", "2026-03-28T11:00:00Z", "");
    mail(EmailStatus.PENDING_SEND, Tracking.IDENTIFIED, "", "", "");
    mail(EmailStatus.SENDING, Tracking.IDENTIFIED, "", "", "");
    mail(EmailStatus.CANCELLED, Tracking.IDENTIFIED, "", "", "");
    MailCounts counts = MailCounts.of(mails);
    assertThat(counts).isEqualTo(new MailCounts(4, 1, 1, 1, 2, 2, 1, 2));
    assertThat(counts.openRate()).isEqualTo(new Rate(1, 2));
    assertThat(counts.replyRate()).isEqualTo(new Rate(2, 4));
    assertThat(counts.bounceRate()).isEqualTo(new Rate(1, 5));
  }

  @Test
  void a_day_begins_where_the_clock_of_the_place_says() {
    // as the server counts them: in Berlin the 29th had 23 hours, from 23:00Z to 22:00Z
    sent("2026-03-28T22:30:00Z", "2026-03-29T22:00:00Z", "2026-03-30T08:00:00Z");
    sent("2026-03-29T21:59:59Z", "2026-03-30T08:00:01Z", "");
    assertThat(days(FOUR)).isEqualTo("28:1/0/0 29:1/0/0 30:0/2/1 31:0/0/0");
    assertThat(days(new Days(ZoneId.of("UTC"), FOUR.now(), 4)))
        .isEqualTo("28:1/0/0 29:1/1/0 30:0/1/1 31:0/0/0");
  }

  @Test
  void what_lies_outside_of_the_days_is_not_counted_and_the_days_before_take_up_where_they_end() {
    sent("2026-03-27T22:59:59.999Z", "2026-03-31T22:00:00Z", "");
    sent("2026-03-27T23:00:00Z", "", "");
    assertThat(days(FOUR)).isEqualTo("28:1/0/0 29:0/0/0 30:0/0/0 31:0/0/0");
    assertThat(days(FOUR.before())).isEqualTo("24:0/0/0 25:0/0/0 26:0/0/0 27:1/0/0");
    assertThat(FOUR.before().bounds().getLast()).isEqualTo(FOUR.bounds().getFirst());
  }

  @Test
  void the_newest_events_come_first_and_no_more_than_asked_for() {
    UUID first = sent("2026-03-28T10:00:00Z", "2026-03-30T11:00:00Z", "2026-03-30T12:00:00Z");
    UUID second = sent("2026-03-29T10:00:00Z", "", "");
    UUID doubt = mail(EmailStatus.UNCONFIRMED, Tracking.IDENTIFIED, "", "2026-03-30T13:00:00Z", "");
    sent("2026-01-01T10:00:00Z", "", "");
    assertThat(MailEvent.newest(FOUR, mails, 4))
        .containsExactly(
            new MailEvent(Kind.OPENED, Instant.parse("2026-03-30T13:00:00Z"), doubt),
            new MailEvent(Kind.REPLIED, Instant.parse("2026-03-30T12:00:00Z"), first),
            new MailEvent(Kind.OPENED, Instant.parse("2026-03-30T11:00:00Z"), first),
            new MailEvent(Kind.SENT, Instant.parse("2026-03-29T10:00:00Z"), second));
    assertThat(MailEvent.newest(FOUR, mails, 100)).hasSize(5);
  }

  @Test
  void there_is_at_least_one_day() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Days(BERLIN, FOUR.now(), 0));
  }
}
