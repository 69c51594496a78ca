package com.salescopilot.server.dashboard;

import static com.salescopilot.server.http.Access.MEMBER;

import com.salescopilot.model.stats.Days;
import com.salescopilot.model.sync.Role;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.FieldError;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `/dashboard`: what went out and what came back.
public final class DashboardRoutes implements Routes {
  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 90;
  private static final int USUAL_MOVERS = 20;
  private static final int MOST_MOVERS = 100;

  private final InstantSource clock;
  private final Stats stats;
  private final Timeline timeline;
  private final Movers movers;
  private final Running running;

  public DashboardRoutes(Database database, InstantSource clock) {
    this.clock = clock;
    this.stats = new Stats(database);
    this.timeline = new Timeline(database);
    this.movers = new Movers(database);
    this.running = new Running(database);
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/dashboard/stats", MEMBER, this::stats)
        .get("/dashboard/timeline", MEMBER, this::timeline)
        .get("/dashboard/momentum", MEMBER, this::momentum)
        .get("/dashboard/campaigns", MEMBER, this::campaigns);
  }

  private Answer stats(Caller caller, Request request) {
    List<FieldError> errors = new ArrayList<>();
    Whose whose = whose(request, errors);
    zone(request, errors);
    check(caller, whose, errors);
    return Answer.ok(stats.of(caller, whose, clock.instant()));
  }

  private Answer timeline(Caller caller, Request request) {
    List<FieldError> errors = new ArrayList<>();
    Whose whose = whose(request, errors);
    ZoneId zone = zone(request, errors);
    int days = whole(request, "days", USUAL_DAYS, MOST_DAYS, errors);
    check(caller, whose, errors);
    return Answer.ok(timeline.of(caller, whose, new Days(zone, clock.instant(), days)));
  }

  private Answer momentum(Caller caller, Request request) {
    List<FieldError> errors = new ArrayList<>();
    Whose whose = whose(request, errors);
    zone(request, errors);
    int most = whole(request, "limit", USUAL_MOVERS, MOST_MOVERS, errors);
    check(caller, whose, errors);
    return Answer.ok(movers.of(caller, whose, clock.instant(), most));
  }

  private Answer campaigns(Caller caller, Request request) {
    List<FieldError> errors = new ArrayList<>();
    Whose whose = whose(request, errors);
    zone(request, errors);
    check(caller, whose, errors);
    return Answer.ok(running.of(caller, whose));
  }

  private static void check(Caller caller, Whose whose, List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new AppError.Malformed(errors);
    }
    if (whose == Whose.WORKSPACE && caller.role() != Role.ADMIN) {
      throw new AppError.Forbidden();
    }
  }

  private static Whose whose(Request request, List<FieldError> errors) {
    return switch (request.query("scope").orElse("me")) {
      case "me" -> Whose.ME;
      case "workspace" -> Whose.WORKSPACE;
      case String _ -> {
        errors.add(new FieldError("?scope", "must be me or workspace."));
        yield Whose.ME;
      }
    };
  }

  private static ZoneId zone(Request request, List<FieldError> errors) {
    Optional<String> name = request.query("tz");
    try {
      return ZoneId.of(name.orElse("UTC"));
    } catch (DateTimeException _) {
      errors.add(new FieldError("?tz", "must be a time zone such as Europe/Berlin."));
      return ZoneId.of("UTC");
    }
  }

  private static int whole(
      Request request, String name, int usual, int most, List<FieldError> errors) {
    Optional<String> text = request.query(name);
    try {
      int number = text.map(Integer::parseInt).orElse(usual);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said like a number out of range
    }
    errors.add(new FieldError("?" + name, "must be a whole number from 1 to " + most + "."));
    return usual;
  }
}
