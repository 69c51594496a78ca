package com.salescopilot.server;

import com.salescopilot.server.ai.AiRoutes;
import com.salescopilot.server.ai.EngineSettings;
import com.salescopilot.server.campaign.CampaignRoutes;
import com.salescopilot.server.campaign.EnrolmentRoutes;
import com.salescopilot.server.campaign.Preflights;
import com.salescopilot.server.campaign.StepRoutes;
import com.salescopilot.server.company.CompanyRoutes;
import com.salescopilot.server.dashboard.DashboardRoutes;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.dispatch.ForecastRoutes;
import com.salescopilot.server.draft.DraftRoutes;
import com.salescopilot.server.egress.StreamClient;
import com.salescopilot.server.email.EmailRoutes;
import com.salescopilot.server.history.HistoryRoutes;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.prospect.ImportRoutes;
import com.salescopilot.server.prospect.ProspectRoutes;
import com.salescopilot.server.rest.Rows;
import com.salescopilot.server.stream.RowTables;
import com.salescopilot.server.stream.Streams;
import com.salescopilot.server.suppression.SuppressionRoutes;
import com.salescopilot.server.task.TaskRoutes;
import com.salescopilot.server.template.TemplateRoutes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The REST routes of a workspace's rows: the server and the tests take them from here, so that a
/// new route is tried like all others.
final class RestApi {
  private RestApi() {}

  /// What routes may ask beyond this machine.
  ///
  /// @param engine for suggestions; empty: the built-in one alone
  record Outside(Optional<EngineSettings> engine, StreamClient web) {}

  static List<Routes> routes(
      Database database,
      Streams streams,
      RowTables tables,
      Supplier<UUID> ids,
      InstantSource clock,
      Outside outside) {
    Rows rows = new Rows(database, streams, tables, ids, clock);
    return List.of(
        new ProspectRoutes(database, rows),
        new ImportRoutes(database, streams, tables, ids, clock),
        new CompanyRoutes(database, streams, clock),
        new TaskRoutes(database, rows),
        new DraftRoutes(rows),
        new EmailRoutes(rows, tables),
        new TemplateRoutes(database, rows, tables),
        new CampaignRoutes(database, rows, tables, clock),
        new StepRoutes(database, rows),
        new EnrolmentRoutes(rows),
        new SuppressionRoutes(database, rows),
        new ForecastRoutes(database, rows, new Preflights()::of, clock),
        new DashboardRoutes(database, clock),
        new HistoryRoutes(database),
        new AiRoutes(database, rows, outside.engine(), outside.web(), ids, clock));
  }
}
