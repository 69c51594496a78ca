package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// All 720 orders of six things that happen to an enrolment, what people do among them. Each ends
/// where a few lines of rules say, written down here once more without the product.
final class EnrolmentOrdersTest {
  private static final Instant BACK = Office.NOW.plus(Duration.ofDays(9));

  private final Office office = new Office();
  private final UUID enrolment = office.enrolled("bo@x.example");
  private final Doc before = office.enrolment(enrolment);

  /// What happens.
  private enum Happens {
    REPLY,
    OUT_OF_OFFICE,
    BOUNCE,
    UNSUBSCRIBE,
    COLLEAGUE_REPLIES,
    LAST_STEP_SENT,
    PAUSE,
    RESUME,
    EXCLUDE
  }

  @Test
  void whoever_opted_out_is_out_whatever_else_happened_and_when() {
    assertThat(
            ends(
                Happens.REPLY,
                Happens.OUT_OF_OFFICE,
                Happens.BOUNCE,
                Happens.UNSUBSCRIBE,
                Happens.PAUSE,
                Happens.RESUME))
        .containsExactly(EnrolmentStatus.UNSUBSCRIBED);
  }

  @Test
  void a_reply_outranks_all_but_opting_out() {
    assertThat(
            ends(
                Happens.REPLY,
                Happens.OUT_OF_OFFICE,
                Happens.BOUNCE,
                Happens.COLLEAGUE_REPLIES,
                Happens.LAST_STEP_SENT,
                Happens.RESUME))
        .containsExactly(EnrolmentStatus.REPLIED);
  }

  @Test
  void what_people_ask_for_counts_in_its_order() {
    assertThat(
            ends(
                Happens.OUT_OF_OFFICE,
                Happens.COLLEAGUE_REPLIES,
                Happens.PAUSE,
                Happens.RESUME,
                Happens.EXCLUDE,
                Happens.OUT_OF_OFFICE))
        .containsExactlyInAnyOrder(
            EnrolmentStatus.ACTIVE, EnrolmentStatus.PAUSED, EnrolmentStatus.EXCLUDED);
    assertThat(
            ends(
                Happens.OUT_OF_OFFICE,
                Happens.LAST_STEP_SENT,
                Happens.PAUSE,
                Happens.RESUME,
                Happens.EXCLUDE,
                Happens.COLLEAGUE_REPLIES))
        .containsExactly(EnrolmentStatus.COMPLETED);
  }

  /// The statuses in which the orders end; each is that of the rules.
  private Set<EnrolmentStatus> ends(Happens... events) {
    Set<EnrolmentStatus> ends = EnumSet.noneOf(EnrolmentStatus.class);
    List<List<Happens>> orders = orders(List.of(events));
    assertThat(orders).hasSize(720);
    for (List<Happens> order : new HashSet<>(orders)) {
      office.rows.rows.put(before.key(), before);
      State state = new State();
      for (Happens event : order) {
        Result result = office.take(actor(event), change(event));
        assertThat(result.outcome() instanceof Outcome.Rejected)
            .as("%s in %s", event, order)
            .isEqualTo(!state.takes(event));
      }
      Doc end = office.enrolment(enrolment);
      assertThat(EnrolmentRules.status(end)).as("%s", order).isEqualTo(state.status);
      assertThat(end.instant("resumeAt")).as("%s", order).isEqualTo(state.resumeAt);
      ends.add(state.status);
    }
    return ends;
  }

  /// The rules once more.
  private static final class State {
    private EnrolmentStatus status = EnrolmentStatus.ACTIVE;
    private Optional<Instant> resumeAt = Optional.empty();

    /// Whether it is allowed.
    boolean takes(Happens event) {
      switch (event) {
        case REPLY -> atLeast(EnrolmentStatus.REPLIED);
        case BOUNCE -> atLeast(EnrolmentStatus.BOUNCED);
        case UNSUBSCRIBE -> atLeast(EnrolmentStatus.UNSUBSCRIBED);
        case COLLEAGUE_REPLIES -> atLeast(EnrolmentStatus.EXCLUDED);
        case LAST_STEP_SENT -> atLeast(EnrolmentStatus.COMPLETED);
        case OUT_OF_OFFICE -> {
          if (status == EnrolmentStatus.ACTIVE) {
            become(EnrolmentStatus.PAUSED, Optional.of(BACK));
          }
        }
        case PAUSE, RESUME, EXCLUDE -> {
          return asked(event);
        }
      }
      return true;
    }

    private boolean asked(Happens event) {
      boolean goesOn = status == EnrolmentStatus.ACTIVE || status == EnrolmentStatus.PAUSED;
      boolean allowed = goesOn || (status == EnrolmentStatus.EXCLUDED && event != Happens.PAUSE);
      if (allowed) {
        become(
            event == Happens.PAUSE
                ? EnrolmentStatus.PAUSED
                : event == Happens.RESUME ? EnrolmentStatus.ACTIVE : EnrolmentStatus.EXCLUDED,
            Optional.empty());
      }
      return allowed;
    }

    private void atLeast(EnrolmentStatus reached) {
      if (reached.compareTo(status) > 0) {
        become(reached, Optional.empty());
      }
    }

    private void become(EnrolmentStatus reached, Optional<Instant> until) {
      status = reached;
      resumeAt = until;
    }
  }

  private Actor actor(Happens event) {
    return switch (event) {
      case PAUSE, RESUME, EXCLUDE -> office.ana;
      case REPLY, OUT_OF_OFFICE, BOUNCE, UNSUBSCRIBE, COLLEAGUE_REPLIES, LAST_STEP_SENT ->
          office.server;
    };
  }

  private Change change(Happens event) {
    return switch (event) {
      case REPLY -> propose(EnrolmentStatus.REPLIED);
      case BOUNCE -> propose(EnrolmentStatus.BOUNCED);
      case UNSUBSCRIBE -> propose(EnrolmentStatus.UNSUBSCRIBED);
      case COLLEAGUE_REPLIES -> propose(EnrolmentStatus.EXCLUDED);
      case OUT_OF_OFFICE ->
          new EnrolmentCommand.Propose(
              enrolment, EnrolmentStatus.PAUSED, Optional.of("OOO"), Optional.of(BACK));
      case LAST_STEP_SENT -> new EnrolmentCommand.Sent(enrolment, 1, 0, true, Office.NOW);
      case PAUSE -> new EnrolmentCommand.Ask(enrolment, EnrolmentMove.PAUSE, Optional.empty());
      case RESUME -> new EnrolmentCommand.Ask(enrolment, EnrolmentMove.RESUME, Optional.empty());
      case EXCLUDE -> new EnrolmentCommand.Ask(enrolment, EnrolmentMove.EXCLUDE, Optional.empty());
    };
  }

  private Change propose(EnrolmentStatus status) {
    return new EnrolmentCommand.Propose(enrolment, status, Optional.of("event"));
  }

  private static <T> List<List<T>> orders(List<T> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> orders = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<T> rest = new ArrayList<>(all);
      T first = rest.remove(i);
      for (List<T> order : orders(rest)) {
        List<T> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }
}
