package com.salescopilot.server.ai;

import static com.salescopilot.server.http.Access.MEMBER;

import com.salescopilot.server.db.Database;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.rest.RequestBody;
import com.salescopilot.server.rest.Rows;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// `/ai`: known by name, so that a client can tell a server without suggestions from a wrong
/// address.
public final class AiRoutes implements Routes {
  private final ScoreRoute score;

  public AiRoutes(Database database, Rows rows, Supplier<UUID> ids, InstantSource clock) {
    this.score = new ScoreRoute(database, rows, ids, clock);
  }

  @Override
  public void add(RouteTable table) {
    table
        .post("/ai/personalize", MEMBER, AiRoutes::notBuilt)
        .post("/ai/rewrite", MEMBER, AiRoutes::notBuilt)
        .post("/ai/score", MEMBER, score::answer)
        .post("/ai/feedback", MEMBER, AiRoutes::notBuilt);
  }

  private static Answer notBuilt(Caller caller, Request request) {
    var _ = RequestBody.of(caller, request);
    throw new AppError.NotBuilt("This version of the server makes no suggestions yet.");
  }
}
