package com.salescopilot.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.id.UuidText;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One request, without Helidon's types: what is asked for, and nothing half read.
public final class Request {
  /// The most that a body has, unless it is a file.
  private static final int MOST_BODY = 1 << 20;

  private final ServerRequest request;
  private final Json json;
  private final String requestId;
  private final String network;
  private final Permit permit;
  private final Stalls stalls;
  private byte @Nullable [] body;

  Request(
      ServerRequest request,
      Json json,
      String requestId,
      String network,
      Permit permit,
      Stalls stalls) {
    this.request = request;
    this.json = json;
    this.requestId = requestId;
    this.network = network;
    this.permit = permit;
    this.stalls = stalls;
  }

  /// The right to run, which a parked request gives back for a while.
  interface Permit {
    void giveBack();

    /// As a new request gets it.
    ///
    /// @throws AppError.Unavailable if the server is too busy
    void takeAgain();

    /// In the middle of an answer, which is worth waiting for.
    ///
    /// @throws AppError.Unavailable if that took very long
    void goOn();

    /// Looks again who is asking.
    ///
    /// @throws AppError.Unauthenticated if the caller may no longer go on
    void check();
  }

  /// The name of this request in answers and logs.
  public String requestId() {
    return requestId;
  }

  /// The address that the request came from, or that a trusted proxy names.
  public String address() {
    return network;
  }

  /// The method in capitals; HEAD comes to the handler of GET.
  public String method() {
    return request.prologue().method().text();
  }

  /// The path as it came, without the query.
  public String path() {
    return request.path().rawPath();
  }

  /// A part of the path, decoded.
  ///
  /// @param name as in the pattern, without braces
  public String path(String name) {
    return request.path().pathParameters().get(name);
  }

  /// A part of the path that is an id.
  ///
  /// @throws AppError.NotFound if it is no UUID: nothing can be there
  public UUID id(String name) {
    try {
      return UuidText.parse(name, path(name));
    } catch (IllegalArgumentException _) {
      throw new AppError.NotFound();
    }
  }

  /// A query parameter, decoded; empty if absent or without a value.
  ///
  /// @throws AppError.Malformed if it is given twice
  public Optional<String> query(String name) {
    List<String> values = request.query().all(name, List::of);
    if (values.size() > 1) {
      throw new AppError.Malformed(List.of(new FieldError("?" + name, "is given twice.")));
    }
    return values.stream().filter(text -> !text.isEmpty()).findFirst();
  }

  /// A query parameter that is an id.
  ///
  /// @throws AppError.Malformed if it is no UUID
  public Optional<UUID> queryId(String name) {
    return query(name)
        .map(
            text -> {
              try {
                return UuidText.parse(name, text);
              } catch (IllegalArgumentException _) {
                throw new AppError.Malformed(
                    List.of(new FieldError("?" + name, "must be a UUID.")));
              }
            });
  }

  /// `limit` and `offset`.
  ///
  /// @throws AppError.Malformed if they are no numbers or out of range
  public Page page() {
    return Page.read(query("limit"), query("offset"));
  }

  /// A header's first value.
  public Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  /// The revision that `If-Match` asks for; empty if the client does not care.
  ///
  /// @throws AppError.Malformed if it is not an ETag of ours
  public Optional<Long> ifMatch() {
    return header("If-Match")
        .filter(text -> !text.equals("*"))
        .map(
            text -> {
              try {
                if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
                  return Long.valueOf(text.substring(1, text.length() - 1));
                }
              } catch (NumberFormatException _) {
                // answered below
              }
              throw new AppError.Malformed("If-Match must be the ETag of an earlier answer.");
            });
  }

  /// The body as it came, at most 1 MiB.
  ///
  /// @throws AppError.Unavailable if the server became too busy while the body came
  public byte[] body() {
    byte[] read = body;
    if (read == null) {
      read = request.content().hasEntity() ? receive(MOST_BODY) : new byte[0];
      body = read;
    }
    return read.clone();
  }

  /// A slow sender is no load, so it does not hold the right to run.
  private byte[] receive(long most) {
    long expected = request.headers().contentLength().orElse(most);
    if (expected > most) {
      throw AppError.TooLarge.lastOnConnection();
    }
    return park(
        () -> {
          try {
            // never closed: after a failure that would wait for a rest that does not come
            byte[] read =
                stalls.read(
                    expected, () -> request.content().inputStream().readNBytes((int) most + 1));
            if (read.length > most) {
              throw AppError.TooLarge.lastOnConnection();
            }
            return read;
          } catch (AppError | CloseConnectionException e) {
            throw e;
          } catch (RequestException e) {
            throw e.status().equals(Status.REQUEST_ENTITY_TOO_LARGE_413)
                ? AppError.TooLarge.lastOnConnection()
                : AppError.Malformed.lastOnConnection("The body cannot be read.");
          } catch (IOException | RuntimeException _) {
            throw AppError.Malformed.lastOnConnection("The body ended before it was complete.");
          }
        });
  }

  /// The body as a strictly read value.
  ///
  /// @throws AppError.Malformed if it is not JSON
  /// @throws AppError.Invalid if its shape is another
  /// @throws AppError.WrongMediaType if it says it is something else
  public <T> T json(Class<T> type) {
    requireType(Json.MEDIA_TYPE);
    return json.read(body(), type);
  }

  /// The body as any JSON value.
  ///
  /// @throws AppError.Malformed if it is not JSON
  /// @throws AppError.WrongMediaType if it says it is something else
  public JsonNode tree() {
    requireType(Json.MEDIA_TYPE);
    return json.tree(body());
  }

  /// A body that may be larger than others, read once.
  ///
  /// @param most bytes
  /// @throws AppError.TooLarge if there are more
  public byte[] upload(long most) {
    return request.content().hasEntity() ? receive(most) : new byte[0];
  }

  /// Refuses a body that says it is of another kind.
  ///
  /// @throws AppError.WrongMediaType if it says so
  public void requireType(String expected) {
    // read as it stands: what is no media type at all is refused like another one
    String type = header("Content-Type").orElse(expected).toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    String bare = (end < 0 ? type : type.substring(0, end)).strip();
    if (!bare.equals(expected)) {
      throw new AppError.WrongMediaType(expected);
    }
  }

  /// Waits without counting as load: the right to run is given back and taken again afterwards.
  ///
  /// @param waiting blocks until there is something to say; holds no database connection
  /// @throws AppError.Unavailable if the server is too busy to go on afterwards
  /// @throws AppError.Unauthenticated if the caller's session has ended meanwhile
  public <T> T park(Supplier<T> waiting) {
    permit.giveBack();
    T result;
    try {
      result = waiting.get();
    } finally {
      permit.takeAgain();
    }
    return result;
  }

  /// Whether the caller may be told more, amid an answer that takes its time: a session may have
  /// ended meanwhile, or its owner have been removed from the workspace.
  public boolean mayGoOn() {
    try {
      permit.check();
      return true;
    } catch (AppError.Unauthenticated _) {
      return false;
    }
  }
}
