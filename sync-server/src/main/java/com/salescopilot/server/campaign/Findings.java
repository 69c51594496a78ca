package com.salescopilot.server.campaign;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.preflight.Finding;
import com.salescopilot.model.preflight.Preflight;
import com.salescopilot.model.sync.CampaignCommand.Move.Waiting;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.rest.Rows;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What preflight found, as callers read it.
final class Findings {
  private static final String PREFLIGHT = "PREFLIGHT";

  private final Database database;
  private final Rows rows;
  private final InstantSource clock;
  private final Preflights preflights = new Preflights();

  Findings(Database database, Rows rows, InstantSource clock) {
    this.database = database;
    this.rows = rows;
    this.clock = clock;
  }

  /// Everything that was found now, and whether the campaign could start.
  ///
  /// @throws AppError.NotFound if there is no such campaign
  Map<String, Object> shown(Caller caller, UUID campaign) {
    List<Finding> found = of(caller, campaign);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("mayStart", Preflight.refusal(found, Waiting.REFUSED).isEmpty());
    shown.put("mayStartWaiting", Preflight.refusal(found, Waiting.ACCEPTED).isEmpty());
    shown.put("findings", json(found));
    return shown;
  }

  /// Runs a start; where preflight refuses it, the refusal tells of all findings.
  void withTheirs(Caller caller, UUID campaign, Runnable start) {
    try {
      start.run();
    } catch (AppError.Invalid e) {
      if (!e.code().equals(PREFLIGHT)) {
        throw e;
      }
      throw new AppError.Invalid(
          PREFLIGHT, e.detail(), e.errors(), Map.of("findings", json(of(caller, campaign))));
    }
  }

  private List<Finding> of(Caller caller, UUID campaign) {
    return database.snapshot(
        caller.scope(),
        tx ->
            preflights.of(
                tx,
                caller.scope(),
                rows.get(tx, caller.scope(), Entity.CAMPAIGN, campaign),
                clock.instant()));
  }

  private static List<Map<String, String>> json(List<Finding> findings) {
    return findings.stream().map(Finding::members).toList();
  }
}
