package com.salescopilot.model.schedule;

import com.salescopilot.model.mail.HeldCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Gives the mails of one mailbox their instants, always the one that can leave first.
///
/// What it does is defined by the naive loop of the tests, which looks at every mail again for
/// every slot; here only the heads of lanes compete.
final class Placing {
  private static final Comparator<Bound> BY_INSTANT =
      Comparator.comparing(Bound::at).thenComparing(Bound::mail, Candidate.FIRST);

  private final Joining joining;
  private final Track track;
  private final Sheet sheet;

  /// Mails that leave at their instant, whatever else does.
  private final PriorityQueue<Bound> bound = new PriorityQueue<>(BY_INSTANT);

  /// The last instant that was decided on: nothing leaves before it any more.
  private Instant reached = Instant.MIN;

  Placing(Joining joining, Track track, Sheet sheet) {
    this.joining = joining;
    this.track = track;
    this.sheet = sheet;
  }

  private record Bound(Instant at, Candidate mail) {}

  /// A mail that leaves at a given instant.
  void bind(Candidate mail, Instant at) {
    bound.add(new Bound(at, mail));
  }

  /// A mail that waits for its turn.
  void queue(Candidate mail) {
    mail.lane().orElseThrow().add(mail);
  }

  /// Places all mails until then.
  void until(Instant horizon) {
    for (Turn turn = turn(); turn != null && !turn.at.isAfter(horizon); turn = turn()) {
      reached = turn.at;
      if (turn.lane == null) {
        track.leave(bound.remove().mail(), turn.at).ifPresent(this::queue);
      } else {
        place(turn.lane, turn.at);
      }
    }
    for (Lane lane : joining.lanes()) {
      lane.clear(mail -> sheet.rest(mail, horizon));
    }
    bound.forEach(b -> sheet.rest(b.mail(), horizon));
  }

  private void place(Lane lane, Instant at) {
    if (lane.isEnded(at)) {
      Instant end = lane.campaign().endDate().orElseThrow();
      lane.clear(mail -> sheet.left(mail, HeldCode.CAMPAIGN_ENDED, end));
    } else if (track.isOvertaken(lane.head(at), at)) {
      track.overtaken(lane.take()).ifPresent(this::queue);
    } else if (lane.allowance().admits(at)) {
      track.leave(lane.take(), at).ifPresent(this::queue);
    }
  }

  /// Whose turn it is, and when.
  ///
  /// @param lane null for the first bound mail
  private record Turn(Instant at, Candidate mail, @Nullable Lane lane) {
    boolean isBefore(@Nullable Turn other) {
      if (other == null) {
        return true;
      }
      int order = at.compareTo(other.at);
      return order != 0 ? order < 0 : Candidate.FIRST.compare(mail, other.mail) < 0;
    }
  }

  private @Nullable Turn turn() {
    Instant earliest = bound.isEmpty() ? Instant.MAX : bound.element().at();
    for (Lane lane : joining.lanes()) {
      Optional<Instant> at = at(lane);
      if (at.isPresent() && at.get().isBefore(earliest)) {
        earliest = at.get();
      }
    }
    Turn first = null;
    if (!bound.isEmpty() && bound.element().at().equals(earliest)) {
      first = new Turn(earliest, bound.element().mail(), null);
    }
    for (Lane lane : joining.lanes()) {
      Optional<Instant> at = at(lane);
      if (at.isPresent() && at.get().equals(earliest)) {
        Turn turn = new Turn(earliest, lane.head(earliest), lane);
        first = turn.isBefore(first) ? turn : first;
      }
    }
    return first;
  }

  private Optional<Instant> at(Lane lane) {
    Instant base = track.base(lane);
    return lane.next(base.isAfter(reached) ? base : reached);
  }
}
