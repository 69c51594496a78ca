package com.salescopilot.server.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.stats.Momentum;
import com.salescopilot.model.stats.NextAction;
import com.salescopilot.model.stats.Signal;
import com.salescopilot.model.stats.Signals;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.db.Row;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Caller;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Which prospects are moved by our mails just now, and what to do about it.
final class Movers {
  private static final int MOST_REASONS = 5;
  private static final double WHOLE = 100;

  private final Statements statements = Statements.load(Movers.class);
  private final Database database;

  Movers(Database database) {
    this.database = database;
  }

  /// A prospect with what is to be said.
  private record Mover(UUID prospect, Momentum momentum) {
    Instant last() {
      return momentum.reasons().stream()
          .map(reason -> reason.signal().at())
          .max(Comparator.naturalOrder())
          .orElse(Instant.EPOCH);
    }
  }

  /// @param most how many prospects are named; the summary is of all
  ObjectNode of(Caller caller, Whose whose, Instant now, int most) {
    Args args =
        Args.of("ws", caller.workspace())
            .and("sender", whose.sender(caller))
            .and("from", now.minus(Momentum.REACH))
            .and("now", now);
    return database.snapshot(
        caller.scope(),
        tx -> {
          List<Mover> all = movers(tx, args, now);
          List<Mover> listed =
              all.stream()
                  .filter(mover -> mover.momentum().isListed())
                  .sorted(
                      Comparator.comparingDouble((Mover mover) -> mover.momentum().current())
                          .thenComparing(Mover::last)
                          .reversed()
                          .thenComparing(Mover::prospect))
                  .limit(most)
                  .toList();
          ObjectNode json = JsonNodeFactory.instance.objectNode();
          summary(json.putObject("summary"), all);
          Map<UUID, ObjectNode> people = people(tx, caller, listed, now);
          ArrayNode prospects = json.putArray("prospects");
          for (Mover mover : listed) {
            ObjectNode shown = people.get(mover.prospect());
            if (shown != null) {
              prospects.add(told(shown, mover.momentum()));
            }
          }
          return json;
        });
  }

  private List<Mover> movers(Tx tx, Args args, Instant now) {
    Map<UUID, List<Signal>> signals = new HashMap<>();
    tx.scan(
        statements.get("signals"),
        args,
        row ->
            signals
                .computeIfAbsent(row.uuid("prospect_id"), _ -> new ArrayList<>())
                .addAll(signals(row).newest()));
    List<Mover> movers = new ArrayList<>();
    signals.forEach((id, some) -> movers.add(new Mover(id, Momentum.of(some, now))));
    return movers;
  }

  private static Signals signals(Row mail) {
    return Signals.of(
        mail.uuid("id"),
        mail.jsonMaybe("signals").flatMap(ValueJson::read),
        mail.instantMaybe("opened_at"),
        mail.instantMaybe("replied_at"));
  }

  private static void summary(ObjectNode json, List<Mover> movers) {
    double current = movers.stream().mapToDouble(mover -> mover.momentum().current()).sum();
    double previous = movers.stream().mapToDouble(mover -> mover.momentum().previous()).sum();
    json.put("current", rounded(current, 2)).put("previous", rounded(previous, 2));
    if (rounded(previous, 2).signum() == 0) {
      json.putNull("deltaPct");
    } else {
      json.put("deltaPct", rounded((current - previous) / previous * WHOLE, 1));
    }
  }

  private Map<UUID, ObjectNode> people(Tx tx, Caller caller, List<Mover> movers, Instant now) {
    Map<UUID, ObjectNode> people = new HashMap<>();
    List<UUID> ids = movers.stream().map(Mover::prospect).toList();
    tx.scan(
        statements.get("people"),
        Args.of("ws", caller.workspace()).and("ids", ids),
        row -> {
          ObjectNode shown = JsonNodeFactory.instance.objectNode();
          shown.set("prospect", People.prospect(row.text("id"), row));
          people.put(row.uuid("id"), shown.put("nextAction", nextAction(row, now)));
        });
    return people;
  }

  private static String nextAction(Row row, Instant now) {
    boolean busy = row.flag("enrolled") || row.whole("pending") > 0;
    return NextAction.of(
            row.instantMaybe("sent_at"),
            row.instantMaybe("replied_at"),
            busy ? NextAction.Busy.YES : NextAction.Busy.NO,
            now)
        .name();
  }

  private static ObjectNode told(ObjectNode shown, Momentum momentum) {
    shown.put("score", rounded(momentum.current(), 2)).put("trend", momentum.trend().name());
    ArrayNode reasons = shown.putArray("reasons");
    momentum.reasons().stream()
        .limit(MOST_REASONS)
        .forEach(
            reason ->
                reasons
                    .addObject()
                    .put("kind", reason.signal().kind().name())
                    .put("at", reason.signal().at().toString())
                    .put("emailId", reason.signal().mail().toString())
                    .put("points", rounded(reason.points(), 2)));
    return shown;
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
