package com.salescopilot.server.dispatch;

import com.salescopilot.model.campaign.CampaignMove;
import com.salescopilot.model.campaign.EnrolmentMove;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.schedule.Plan;
import com.salescopilot.model.schedule.Planner;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.schedule.Slot.Making;
import com.salescopilot.model.schedule.State;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EnrolmentCommand;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.Loop;
import com.salescopilot.server.keys.Tokens;
import com.salescopilot.server.stream.Streams;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Executes the plan: looks at workspaces whose plan may have changed or whose next slot is near,
/// asks the planner, and makes the mails of the slots of the next minute. What it makes is judged
/// once more in its transaction, and a mail's id follows from its step, so that a second look, a
/// second server or a restart between makes no second mail.
public final class Dispatcher {
  /// How long before its slot a mail is made.
  static final Duration AHEAD = Duration.ofSeconds(60);

  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final Actor SYSTEM = new Actor.Internal("dispatcher");
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration FAR = Duration.ofDays(2);

  private final Database database;
  private final Streams streams;
  private final StepMails mails;
  private final InstantSource clock;
  private final Situations situations = new Situations();
  private final Statements statements = Statements.load(Dispatcher.class);
  private final Bell bell = new Bell();
  private final Loop looking = new Loop("campaigns", bell, this::look);

  /// A dispatcher that does not work yet.
  ///
  /// @param publicUrl the base of links in mails
  public Dispatcher(
      Database database,
      Streams streams,
      Tokens tokens,
      Supplier<URI> publicUrl,
      InstantSource clock) {
    this.database = database;
    this.streams = streams;
    this.mails = new StepMails(tokens, publicUrl);
    this.clock = clock;
  }

  /// Begins.
  public void start() {
    looking.start();
  }

  /// Ends after the workspace in hand.
  public void stop() throws InterruptedException {
    looking.stop();
  }

  /// Something of a workspace was committed; its plan may be another one.
  public void moved(WorkspaceId workspace) {
    bell.ring();
  }

  /// Looks at every workspace that is due.
  Duration look() {
    List<WorkspaceId> due =
        database.asWorker(
            tx ->
                tx.list(
                    statements.get("due"),
                    Args.none(),
                    row -> new WorkspaceId(row.uuid("workspace_id"))));
    for (WorkspaceId workspace : due) {
      if (!looking.stopping()) {
        try {
          Instant _ = look(workspace);
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "the campaigns of a workspace were not looked at", e);
          postpone(workspace);
        }
      }
    }
    return next();
  }

  private Duration next() {
    return database
        .asWorker(
            tx -> tx.one(statements.get("next"), Args.none(), row -> row.realMaybe("seconds")))
        .map(seconds -> Duration.ofMillis(Math.max(0, Math.round(seconds * 1_000))))
        .filter(wait -> wait.compareTo(LOOK) < 0)
        .orElse(LOOK);
  }

  /// Looks at one workspace, and makes what is due in it.
  ///
  /// @return when to look again, if nothing happens until then
  public Instant look(WorkspaceId workspace) {
    Instant now = clock.instant();
    Scope scope = Scope.ofSystem(workspace);
    Optional<Situation> found = database.snapshot(scope, tx -> situations.read(tx, workspace, now));
    if (found.isEmpty()) {
      database.inWorkspace(scope, tx -> tx.exec(statements.get("rest"), Args.of("ws", workspace)));
      return Instant.MAX;
    }
    Situation situation = found.get();
    List<Change> changes = new ArrayList<>();
    for (UUID campaign : situation.over()) {
      changes.add(new CampaignCommand.Move(campaign, CampaignMove.COMPLETE, Optional.empty()));
    }
    for (UUID enrolment : situation.resumable()) {
      changes.add(new EnrolmentCommand.Ask(enrolment, EnrolmentMove.RESUME, Optional.empty()));
    }
    // whoever goes on again is planned by the next look, which is due at once
    Instant next = situation.resumable().isEmpty() ? situation.ends() : now;
    List<UUID> near = new ArrayList<>();
    for (State.Mailbox mailbox : situation.outlook().state().mailboxes()) {
      Instant first = plan(scope, situation, mailbox, now, changes, near);
      next = first.isBefore(next) ? first : next;
    }
    if (!changes.isEmpty()) {
      streams.write(scope, SYSTEM, changes);
    }
    // what was just made, or changed meanwhile, has marked the workspace: then it is looked at
    // again
    Instant again = next.isBefore(now.plus(FAR)) ? next : now.plus(FAR);
    boolean _ =
        database.inWorkspace(
            scope,
            tx -> {
              tx.exec(
                  statements.get("looked"),
                  Args.of("ws", workspace)
                      .and("marks", situation.marks())
                      .and("seconds", seconds(now, again)));
              if (!near.isEmpty()) {
                Args rows = Args.of("ws", workspace).and("mails", near);
                tx.exec(statements.get("wake"), rows);
                tx.exec(statements.get("wakeMailboxes"), rows);
              }
              return true;
            });
    return again;
  }

  private static double seconds(Instant now, Instant then) {
    return Math.max(0, Duration.between(now, then).toMillis() / 1_000.0);
  }

  /// Plans one mailbox, and adds the mails that are to be made now.
  ///
  /// @param rows to which those are added whose turn is near
  /// @return when the next mail of it is to be made
  private Instant plan(
      Scope scope,
      Situation situation,
      State.Mailbox mailbox,
      Instant now,
      List<Change> changes,
      List<UUID> rows) {
    Instant near = now.plus(AHEAD);
    Map<UUID, HeldCode> held = new ConcurrentHashMap<>();
    while (true) {
      Plan plan =
          Planner.plan(
              only(situation.outlook().state(), mailbox, held),
              now,
              situation.outlook().workspace(),
              now.plus(FAR));
      List<Slot> slots = plan.makeable().stream().filter(slot -> !slot.at().isAfter(near)).toList();
      StepMails.Made made = database.snapshot(scope, tx -> mails.make(tx, scope, situation, slots));
      if (made.held().isEmpty()) {
        changes.addAll(made.changes());
        plan.slots().stream()
            .filter(slot -> slot.step().filter(step -> step.making() == Making.MADE).isPresent())
            .filter(slot -> !slot.at().isAfter(near))
            .forEach(slot -> rows.add(slot.emailId()));
        return next(plan, near);
      }
      Set<UUID> campaigns = new HashSet<>();
      slots.stream()
          .flatMap(slot -> slot.step().stream())
          .filter(step -> made.held().containsKey(step.enrolmentId()))
          .forEach(step -> campaigns.add(step.campaignId()));
      // one who lacks something is seldom the only one: all of the campaign are looked at at once
      held.putAll(made.held());
      held.putAll(database.snapshot(scope, tx -> mails.unfit(tx, scope, situation, campaigns)));
    }
  }

  /// The slots after the near ones are made when they are near themselves.
  private static Instant next(Plan plan, Instant near) {
    return plan.slots().stream()
        .filter(slot -> slot.step().isPresent())
        .map(Slot::at)
        .filter(at -> at.isAfter(near))
        .map(at -> at.minus(AHEAD))
        .findFirst()
        .orElse(Instant.MAX);
  }

  private static State only(State state, State.Mailbox mailbox, Map<UUID, HeldCode> held) {
    Set<UUID> own = new HashSet<>();
    List<State.Campaign> campaigns =
        state.campaigns().stream()
            .filter(campaign -> campaign.mailbox().equals(Optional.of(mailbox.id())))
            .toList();
    campaigns.forEach(campaign -> own.add(campaign.id()));
    return new State(
        List.of(mailbox),
        campaigns,
        state.enrolments().stream()
            .filter(enrolment -> own.contains(enrolment.campaignId()))
            .map(enrolment -> enrolment.gated(held))
            .toList(),
        state.letters());
  }

  private void postpone(WorkspaceId workspace) {
    boolean _ =
        database.inWorkspace(
            Scope.ofSystem(workspace),
            (Tx tx) -> {
              tx.exec(statements.get("postpone"), Args.of("ws", workspace));
              return true;
            });
  }
}
