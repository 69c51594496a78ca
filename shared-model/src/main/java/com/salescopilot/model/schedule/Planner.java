package com.salescopilot.model.schedule;

import com.salescopilot.model.schedule.Competing.Waiting;
import com.salescopilot.model.schedule.State.Letter;
import com.salescopilot.model.schedule.State.Mailbox;
import java.time.Instant;

/// Which mail leaves when, and why then: the server executes it, the forecast and the answer to
/// "why" show it.
///
/// **Law.** As long as nothing happens but time, and no slot has passed, the plan keeps its slots:
/// for every t up to the first slot, plan(t) names the same mails and instants as plan(now).
public final class Planner {
  private Planner() {}

  /// The plan if every mail arrives and nobody answers.
  public static Plan plan(State state, Instant now, Policy workspace, Instant horizon) {
    return run(state, now, workspace, horizon, Outcomes.SILENCE);
  }

  /// The plan if mails end as imagined.
  ///
  /// @param workspace its level of the policy
  /// @param horizon the last instant of interest
  public static Plan run(
      State state, Instant now, Policy workspace, Instant horizon, Outcomes outcomes) {
    Sheet sheet = new Sheet();
    Competing competing = Competing.of(state, sheet);
    for (Mailbox mailbox : state.mailboxes()) {
      Joining joining = new Joining(mailbox, workspace, now, sheet);
      Instant free = mailbox.freeAt().isAfter(now) ? mailbox.freeAt() : now;
      Track track = new Track(joining, outcomes, sheet, free);
      Placing placing = new Placing(joining, track, sheet);
      for (Letter letter : competing.letters(mailbox)) {
        Candidate mail = joining.letter(letter);
        placing.bind(mail, mail.own());
      }
      for (Waiting waiting : competing.waiting(mailbox)) {
        joining
            .next(waiting.campaign(), waiting.enrolment())
            .ifPresent(
                mail -> {
                  joining.kept(mail).ifPresent(at -> track.keep(mail, at));
                  placing.queue(mail);
                });
      }
      placing.until(horizon);
    }
    return sheet.plan();
  }
}
