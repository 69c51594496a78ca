package com.salescopilot.server.dispatch;

import static com.salescopilot.server.http.Access.MEMBER;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Gate;
import com.salescopilot.model.mail.HeldCode;
import com.salescopilot.model.preflight.Finding;
import com.salescopilot.model.schedule.Certainty;
import com.salescopilot.model.schedule.Forecast;
import com.salescopilot.model.schedule.Plan;
import com.salescopilot.model.schedule.Planner;
import com.salescopilot.model.schedule.Rehearsal;
import com.salescopilot.model.schedule.Rules;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.schedule.Why;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.gate.Gates;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What will leave, and why a mail has not left: read from what stands, by the function that the
/// dispatcher executes.
public final class ForecastRoutes implements Routes {
  private static final int MOST_DAYS = 90;

  /// A mail that leaves later than this has no instant worth naming.
  private static final Duration SEEN = Duration.ofDays(MOST_DAYS);

  private final Database database;
  private final Rows rows;
  private final Review review;
  private final InstantSource clock;
  private final Outlooks outlooks = new Outlooks();
  private final Gates gates = new Gates();
  private final Stages stages = new Stages();
  private final Fitness fitness = new Fitness();
  private final Statements statements = Statements.load(ForecastRoutes.class);

  /// What stands against starting a campaign.
  public interface Review {
    List<Finding> of(Tx tx, Scope scope, Doc campaign, Instant now);
  }

  /// @param review that a rehearsal tells of
  public ForecastRoutes(Database database, Rows rows, Review review, InstantSource clock) {
    this.review = review;
    this.database = database;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/campaigns/{id}/forecast", MEMBER, this::forecast)
        .post("/campaigns/{id}/rehearse", MEMBER, this::rehearse)
        .get("/campaigns/{id}/prospects/{prospectId}/why", MEMBER, this::whyEnrolment)
        .get("/emails/{id}/why", MEMBER, this::whyMail);
  }

  private Answer forecast(Caller caller, Request request) {
    int days = days(request);
    UUID campaign = request.id("id");
    Instant now = clock.instant();
    Outlook outlook = outlook(caller, campaign, now);
    Forecast forecast =
        Forecast.of(
            outlook.state(),
            campaign,
            now,
            outlook.workspace(),
            Rules.of(List.of(outlook.workspace())).zone(),
            days);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("asOf", now.toString()).put("estimate", false);
    ArrayNode perDay = json.putArray("perDay");
    forecast
        .perDay()
        .forEach(
            day -> perDay.addObject().put("date", day.date().toString()).put("count", day.count()));
    slots(json, forecast.slots(), outlook);
    counts(json.putArray("held"), "code", forecast.held());
    return Answer.ok(json);
  }

  private Answer rehearse(Caller caller, Request request) {
    UUID campaign = request.id("id");
    RequestBody.of(caller, request).done(); // refuses another workspace's
    Wanted wanted = request.json(Wanted.class);
    long seed = wanted.checkedSeed();
    Rehearsal.Rates rates = wanted.checkedRates();
    Instant now = clock.instant();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Stage stage =
        database.snapshot(
            caller.scope(),
            tx -> {
              Doc row = rows.get(tx, caller.scope(), Entity.CAMPAIGN, campaign);
              ArrayNode findings = json.putArray("findings");
              for (Finding finding : review.of(tx, caller.scope(), row, now)) {
                finding.members().forEach(findings.addObject()::put);
              }
              return stages.of(tx, caller, outlooks, campaign, now);
            });
    Outlook outlook = stage.outlook();
    Rehearsal rehearsal =
        Rehearsal.of(
            outlook.state(), campaign, now, outlook.workspace(), seed, rates, stage::company);
    json.put("asOf", now.toString()).put("seed", seed);
    slots(json, rehearsal.slots(), outlook);
    stage.read(rehearsal.slots(), json.withArray("slots"));
    Map<HeldCode, Integer> held = new EnumMap<>(HeldCode.class);
    rehearsal.held().forEach(mail -> held.merge(mail.code(), 1, Integer::sum));
    counts(json.putArray("held"), "code", held);
    Map<EnrolmentStatus, Integer> ends = new EnumMap<>(EnrolmentStatus.class);
    rehearsal.ends().values().forEach(status -> ends.merge(status, 1, Integer::sum));
    counts(json.putArray("ends"), "status", ends);
    return Answer.ok(json);
  }

  private Answer whyEnrolment(Caller caller, Request request) {
    UUID campaign = request.id("id");
    Instant now = clock.instant();
    Member member =
        database.snapshot(
            caller.scope(),
            tx ->
                tx.maybe(
                        statements.get("enrolment"),
                        Args.of("ws", caller.workspace())
                            .and("campaign", campaign)
                            .and("prospect", request.id("prospectId")),
                        row ->
                            new Member(row.uuid("id"), EnrolmentStatus.valueOf(row.text("status"))))
                    .orElseThrow(AppError.NotFound::new));
    Plan plan = plan(outlook(caller, campaign, now), now);
    return Answer.ok(Why.ofEnrolment(member.id(), member.status(), plan).json(Certainty.KNOWN));
  }

  private record Member(UUID id, EnrolmentStatus status) {}

  private Answer whyMail(Caller caller, Request request) {
    Doc mail = rows.get(caller, Entity.EMAIL, request.id("id"));
    Instant now = clock.instant();
    boolean waits = mail.text("status").equals(Optional.of(EmailStatus.PENDING_SEND.name()));
    Optional<HeldCode> closed =
        waits
            ? database.snapshot(
                caller.scope(),
                tx ->
                    Optional.ofNullable(
                            gates.of(tx, caller.workspace(), List.of(mail.id())).get(mail.id()))
                        .flatMap(facts -> Gate.check(facts.atItsTime(), now))
                        .map(Gate.Held::code))
            : Optional.empty();
    if (closed.isPresent()) {
      return Answer.ok(Why.held(mail.id(), closed.get()).json(Certainty.KNOWN));
    }
    Plan plan =
        waits
            ? plan(
                database.snapshot(
                    caller.scope(), tx -> read(tx, caller, mail.uuid("campaignId"), now)),
                now)
            : new Plan(List.of(), List.of(), List.of());
    return Answer.ok(Why.ofMail(mail, plan).json(Certainty.KNOWN));
  }

  private static Plan plan(Outlook outlook, Instant now) {
    return Planner.plan(outlook.state(), now, outlook.workspace(), now.plus(SEEN));
  }

  private Outlook outlook(Caller caller, UUID campaign, Instant now) {
    return database.snapshot(
        caller.scope(),
        tx -> {
          rows.get(tx, caller.scope(), Entity.CAMPAIGN, campaign);
          return read(tx, caller, Optional.of(campaign), now);
        });
  }

  private Outlook read(Tx tx, Caller caller, Optional<UUID> campaign, Instant now) {
    return fitness.judged(tx, caller.scope(), outlooks.read(tx, caller.workspace(), campaign, now));
  }

  private static void slots(ObjectNode json, List<Slot> slots, Outlook outlook) {
    ArrayNode out = json.putArray("slots");
    for (Slot slot : slots) {
      Slot.StepMail step = slot.step().orElseThrow();
      out.addObject()
          .put("emailId", slot.emailId().toString())
          .put("prospectId", step.prospectId().toString())
          .put("position", step.position())
          .put("variant", outlook.variant(step))
          .put("at", slot.at().toString())
          .put("binding", slot.binding().name());
    }
  }

  private static <E extends Enum<E>> void counts(
      ArrayNode out, String name, Map<E, Integer> counts) {
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            one -> out.addObject().put(name, one.getKey().name()).put("count", one.getValue()));
  }

  private static int days(Request request) {
    Optional<String> days = request.query("days");
    if (days.isEmpty()) {
      return Forecast.DAYS;
    }
    if (days.get().matches("[1-9][0-9]?") && Integer.parseInt(days.get()) <= MOST_DAYS) {
      return Integer.parseInt(days.get());
    }
    throw new AppError.Malformed(
        List.of(new FieldError("?days", "must be a whole number from 1 to " + MOST_DAYS + ".")));
  }
}
