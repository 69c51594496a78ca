package com.salescopilot.model.mail;

import static com.salescopilot.model.mail.EmailStatus.CANCELLED;
import static com.salescopilot.model.mail.EmailStatus.FAILED;
import static com.salescopilot.model.mail.EmailStatus.PENDING_SEND;
import static com.salescopilot.model.mail.EmailStatus.SENDING;
import static com.salescopilot.model.mail.EmailStatus.SENT;
import static com.salescopilot.model.mail.EmailStatus.UNCONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.EmailTransitions.Cause;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EmailTransitionsTest {
  /// The design's table, pair by pair: rows' numbers, `-` for refused.
  private static final String PAIRS =
      """
      from\\to     PENDING_SEND SENDING SENT FAILED BOUNCED UNCONFIRMED CANCELLED
      PENDING_SEND -            2       12   8      -       -           7
      SENDING      3            -       4    5      5       6           7
      SENT         -            -       -    10     10      -           -
      FAILED       12           -       13   -      -       -           -
      BOUNCED      -            -       -    -      -       -           -
      UNCONFIRMED  12           -       9    10,11  10      -           -
      CANCELLED    7            -       -    -      -       -           -
      """;

  @Test
  void all_49_pairs_are_allowed_or_refused_as_designed() {
    String[] rows = PAIRS.lines().toArray(String[]::new);
    String[] to = rows[0].strip().split(" +", -1);
    assertThat(rows).hasSize(8);
    for (int r = 1; r < rows.length; r++) {
      String[] cells = rows[r].strip().split(" +", -1);
      EmailStatus before = EmailStatus.valueOf(cells[0]);
      assertThat(cells).hasSize(8);
      for (int c = 1; c < cells.length; c++) {
        EmailStatus after = EmailStatus.valueOf(to[c]);
        assertThat(rowNumbers(before, after)).as("%s to %s", before, after).isEqualTo(cells[c]);
        assertThat(EmailTransitions.allowed(before, after)).isEqualTo(!cells[c].equals("-"));
      }
    }
  }

  @Test
  void a_bounced_mail_never_moves_again() {
    assertThat(Stream.of(EmailStatus.values()))
        .noneMatch(after -> EmailTransitions.allowed(EmailStatus.BOUNCED, after));
  }

  @Test
  void only_a_person_brings_a_failed_or_doubtful_mail_back() {
    assertThat(EmailTransitions.causes(FAILED, PENDING_SEND)).containsExactly(Cause.RESENT);
    assertThat(EmailTransitions.causes(UNCONFIRMED, PENDING_SEND)).containsExactly(Cause.RESENT);
    assertThat(EmailTransitions.causes(CANCELLED, PENDING_SEND)).containsExactly(Cause.REVIVED);
  }

  @Test
  void a_worker_cannot_call_a_mail_sent_that_it_has_not_claimed() {
    assertThat(Cause.ACCEPTED.moves(PENDING_SEND, SENT)).isFalse();
    assertThat(Cause.ACCEPTED.moves(SENDING, SENT)).isTrue();
  }

  @Test
  void a_mail_is_born_queued_or_withdrawn() {
    Map<Boolean, List<EmailStatus>> born =
        Stream.of(EmailStatus.values())
            .collect(Collectors.partitioningBy(EmailTransitions::mayBeBorn));
    assertThat(born.get(true)).containsExactly(PENDING_SEND, CANCELLED);
  }

  private static String rowNumbers(EmailStatus from, EmailStatus to) {
    String rows =
        EmailTransitions.causes(from, to).stream()
            .map(cause -> Integer.toString(cause.row()))
            .collect(Collectors.joining(","));
    return rows.isEmpty() ? "-" : rows;
  }
}
