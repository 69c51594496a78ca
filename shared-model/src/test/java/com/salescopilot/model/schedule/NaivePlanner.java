package com.salescopilot.model.schedule;

import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.State.Mailbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The definition: for every slot it looks at every mail again, and at every hour. What [Placing]
/// does with queues must be this.
final class NaivePlanner {
  private static final Comparator<Turn> FIRST =
      Comparator.comparing(Turn::at).thenComparing(Turn::mail, Candidate.FIRST);

  private final Track track;
  private final Sheet sheet;
  private final Mailbox mailbox;
  private final Joining joining;
  private final List<Candidate> queued = new ArrayList<>();
  private final Map<Candidate, Instant> bound = new HashMap<>();
  private final Map<Lane, NaiveHours> hours = new HashMap<>();

  private NaivePlanner(Mailbox mailbox, Joining joining, Track track, Sheet sheet) {
    this.mailbox = mailbox;
    this.joining = joining;
    this.track = track;
    this.sheet = sheet;
  }

  static Plan run(State state, Instant now, Policy workspace, Instant horizon, Outcomes outcomes) {
    Sheet sheet = new Sheet();
    Competing competing = Competing.of(state, sheet);
    for (Mailbox mailbox : state.mailboxes()) {
      Joining joining = new Joining(mailbox, workspace, now, sheet);
      Instant free = mailbox.freeAt().isAfter(now) ? mailbox.freeAt() : now;
      Track track = new Track(joining, outcomes, sheet, free);
      NaivePlanner naive = new NaivePlanner(mailbox, joining, track, sheet);
      naive.place(competing, horizon);
    }
    return sheet.plan();
  }

  private void place(Competing competing, Instant horizon) {
    competing.letters(mailbox).stream()
        .map(joining::letter)
        .forEach(mail -> bound.put(mail, mail.own()));
    for (Competing.Waiting waiting : competing.waiting(mailbox)) {
      joining
          .next(waiting.campaign(), waiting.enrolment())
          .ifPresent(
              mail -> {
                joining.kept(mail).ifPresent(at -> track.keep(mail, at));
                queued.add(mail);
              });
    }
    for (Optional<Turn> turn = turn(horizon); turn.isPresent(); turn = turn(horizon)) {
      place(turn.get());
    }
    queued.forEach(mail -> sheet.rest(mail, horizon));
    bound.keySet().forEach(mail -> sheet.rest(mail, horizon));
  }

  private void place(Turn turn) {
    Candidate mail = turn.mail;
    if (bound.remove(mail) != null) {
      track.leave(mail, turn.at).ifPresent(queued::add);
      return;
    }
    Lane lane = mail.lane().orElseThrow();
    if (lane.isEnded(turn.at)) {
      queued.remove(mail);
      sheet.left(mail, HeldCode.CAMPAIGN_ENDED, lane.campaign().endDate().orElseThrow());
    } else if (track.isOvertaken(mail, turn.at)) {
      queued.remove(mail);
      track.overtaken(mail).ifPresent(queued::add);
    } else if (lane.allowance().admits(turn.at)) {
      queued.remove(mail);
      track.leave(mail, turn.at).ifPresent(queued::add);
    }
  }

  private record Turn(Instant at, Candidate mail) {}

  private Optional<Turn> turn(Instant horizon) {
    List<Turn> turns = new ArrayList<>();
    bound.forEach((mail, at) -> turns.add(new Turn(at, mail)));
    for (Candidate mail : queued) {
      Lane lane = mail.lane().orElseThrow();
      Instant base = track.base(lane);
      hours
          .computeIfAbsent(lane, l -> NaiveHours.of(l, mailbox, joining.byHand().zone()))
          .fit(mail.ready().isAfter(base) ? mail.ready() : base)
          .ifPresent(at -> turns.add(new Turn(at, mail)));
    }
    return turns.stream().min(FIRST).filter(turn -> !turn.at.isAfter(horizon));
  }
}
