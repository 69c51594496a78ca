package com.salescopilot.server.http;

import com.salescopilot.model.id.UuidV7;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.log.LogScope;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/// Turns everything that goes wrong into a problem, also where Helidon answers by itself.
///
/// Two ways lead here: errors of filters and handlers, unknown routes among them, and what Helidon
/// refuses before there is a route (bad syntax, over-long bodies, a full listener). The second way
/// knows no request, and its event types do not tell one refusal from another: only the status
/// does.
final class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());

  private final Json json;
  private final Stalls stalls;
  private final UuidV7 ids;

  Problems(Json json, Stalls stalls, UuidV7 ids) {
    this.json = json;
    this.stalls = stalls;
    this.ids = ids;
  }

  void installInto(HttpRouting.Builder routing) {
    routing.error(Throwable.class, this::answer);
  }

  /// A note on a request that nothing can be read after it.
  record LastOnConnection() {}

  DirectHandlers directHandlers() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, this::direct);
    }
    return handlers.build();
  }

  void answer(ServerRequest request, ServerResponse response, Throwable thrown) {
    AppError error = error(thrown);
    String id = RequestId.of(request, () -> RequestId.fresh(ids)).text();
    log(error, thrown, id);
    byte[] body = json.write(Problem.of(error, id));
    response.status(Status.create(error.status()));
    response.header(RequestId.HEADER, id);
    response.header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    error.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (request.prologue().method().text().equals("HEAD")) {
      response.contentLength(body.length);
      response.send();
    } else {
      stalls.write(response, body);
    }
    if (error.endsConnection()) {
      request.context().register(new LastOnConnection());
    }
  }

  /// What a thrown thing means; an unknown one is our fault.
  static AppError error(Throwable thrown) {
    return switch (thrown) {
      case AppError ours -> ours;
      case DbFailure failure -> stored(failure);
      case HttpException http when http.status().code() == 404 -> new AppError.NotFound();
      case HttpException http when http.status().code() == 413 -> new AppError.TooLarge();
      case HttpException http when http.status().code() < 500 ->
          new AppError.Malformed("The request cannot be read.");
      case Throwable other -> new AppError.Internal(other);
    };
  }

  /// What nobody turned into a better answer on the way.
  private static AppError stored(DbFailure failure) {
    return switch (failure) {
      case DbFailure.Conflict _ ->
          new AppError.Conflict("DUPLICATE", "Something with the same key exists already.");
      case DbFailure.Invalid invalid when invalid.constraint().isPresent() ->
          new AppError.Invalid("INVALID", "The values do not fit what is stored.", List.of());
      case DbFailure.Invalid _ -> new AppError.Malformed("A value cannot be stored as it is.");
      case DbFailure.Unavailable away ->
          new AppError.Unavailable(
              "The database does not answer just now; nothing was changed. Try again in a moment.",
              away.retryAfter());
      case DbFailure.Internal fault -> new AppError.Internal(fault);
    };
  }

  private static void log(AppError error, Throwable thrown, String id) {
    LogScope.of(id, "", "")
        .run(
            () -> {
              if (error instanceof AppError.Internal) {
                LOG.log(Level.ERROR, "a request failed", thrown);
              } else {
                LOG.log(Level.DEBUG, "a request was refused: {0}", error.code());
              }
            });
  }

  private DirectHandler.TransportResponse direct(
      DirectHandler.TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    String id = RequestId.fresh(ids).text();
    // no request was read so far, so it is the bytes that something fell over
    boolean unread = type == EventType.INTERNAL_ERROR;
    Problem problem = refused(unread ? 400 : status.code(), id);
    DirectHandler.TransportResponse.Builder response =
        DirectHandler.TransportResponse.builder()
            .status(Status.create(problem.status()))
            .header(RequestId.HEADER, id)
            .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
            .header(HeaderNames.CACHE_CONTROL, "no-store")
            .header(HeaderValues.CONNECTION_CLOSE)
            .keepAlive(false)
            .entity(json.write(problem));
    if (problem.status() == 503) {
      response.header(HeaderNames.RETRY_AFTER, "1");
    }
    if (unread) {
      LOG.log(Level.WARNING, "request {0} could not be read: {1}", id, message);
    }
    return response.build();
  }

  private static Problem refused(int status, String id) {
    return switch (status) {
      case 404 -> Problem.of(new AppError.NotFound(), id);
      case 413 -> Problem.of(new AppError.TooLarge(), id);
      case 414 ->
          Problem.of(414, "URI_TOO_LONG", "The address is longer than the server reads.", id);
      case 431 ->
          Problem.of(431, "HEADERS_TOO_LONG", "The headers are longer than the server reads.", id);
      case 503 -> Problem.of(503, "UNAVAILABLE", "The server is busy; try again in a moment.", id);
      default ->
          status < 500
              ? Problem.of(400, "MALFORMED", "The request is not well-formed HTTP.", id)
              : Problem.of(500, "INTERNAL", "Something went wrong here; it is in the log.", id);
    };
  }
}
