package com.salescopilot.server.tracking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.event.EventType;
import com.salescopilot.server.db.Database;
import com.salescopilot.server.events.EventLog;
import com.salescopilot.server.http.Access;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.keys.Tokens;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// The way out of campaigns: a link in each of their mails. Following it changes nothing, as
/// programs that look for viruses follow every link; the button of its page does, and so does the
/// one click of a mail program (RFC 8058).
final class WayOut implements Routes {
  private static final String PATH = "/u/{token}";
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Unsubscribe</title>
      <meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
      </head><body><main>
      """;
  private static final String ASK =
      """
      <h1>Unsubscribe</h1><p>You will get no more mails of this sender.</p>
      <form method="post"><button>Unsubscribe</button></form>
      """;
  private static final String DONE =
      "<h1>Unsubscribed</h1><p>You will get no more mails of this sender.</p>";

  private final Database database;
  private final EventLog log;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  WayOut(Database database, EventLog log, Tokens tokens, InstantSource clock, Supplier<UUID> ids) {
    this.database = database;
    this.log = log;
    this.tokens = tokens;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void add(RouteTable table) {
    table
        .get(PATH, Access.PUBLIC, (_, request) -> ask(request))
        .post(PATH, Access.PUBLIC, (_, request) -> take(request));
  }

  private Answer ask(Request request) {
    UUID _ = email(request);
    return page(ASK);
  }

  /// As often as one likes: who is out stays out.
  private Answer take(Request request) {
    UUID email = email(request);
    EventLog.Heard heard =
        new EventLog.Heard(
            ids.get(),
            EventType.EMAIL_UNSUBSCRIBED,
            email,
            clock.instant(),
            JsonNodeFactory.instance.objectNode().put("verified", true));
    if (database.asWorker(tx -> log.append(tx, List.of(heard))).isEmpty()) {
      throw new AppError.NotFound();
    }
    return page(DONE);
  }

  private UUID email(Request request) {
    return tokens
        .read(Tokens.Kind.UNSUBSCRIBE, request.path("token"))
        .orElseThrow(AppError.NotFound::new);
  }

  private static Answer page(String content) {
    return Answer.text(200, "text/html; charset=utf-8", HEAD + content + "</main></body></html>")
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer");
  }
}
