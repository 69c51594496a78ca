package com.salescopilot.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Puts an answer on the wire.
final class Delivery {
  private static final int GZIP_BUFFER = 8_192;
  private static final String UNFINISHED = "An answer could not be finished.";

  private final Json json;
  private final Stalls stalls;

  Delivery(Json json, Stalls stalls) {
    this.json = json;
    this.stalls = stalls;
  }

  /// @param permit of the request, given back while the client is waited for
  void send(Answer answer, ServerRequest request, ServerResponse response, Request.Permit permit) {
    response.status(Status.create(answer.status()));
    if (!answer.headers().containsKey("Cache-Control")) {
      response.header(HeaderNames.CACHE_CONTROL, "no-store");
    }
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    boolean head = request.prologue().method().text().equals("HEAD");
    switch (answer.body()) {
      case Answer.Nothing() -> {
        permit.giveBack();
        response.send();
      }
      case Answer.Value(Object value) -> {
        byte[] body = json.write(value);
        permit.giveBack();
        whole(body, Json.MEDIA_TYPE, head, response);
      }
      case Answer.Bytes bytes -> {
        permit.giveBack();
        whole(bytes.content, bytes.mediaType, head, response);
      }
      case Answer.Streamed streamed -> {
        response.header(HeaderNames.CONTENT_TYPE, streamed.mediaType());
        if (head) {
          response.send();
        } else {
          stream(streamed, request, response, permit);
        }
      }
    }
  }

  private void whole(byte[] body, String mediaType, boolean head, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, mediaType);
    if (head) {
      response.contentLength(body.length);
      response.send();
      return;
    }
    stalls.write(response, body);
  }

  private void stream(
      Answer.Streamed streamed,
      ServerRequest request,
      ServerResponse response,
      Request.Permit permit) {
    boolean gzip =
        !streamed.mediaType().endsWith("/zip")
            && request.headers().all(HeaderNames.ACCEPT_ENCODING, List::of).stream()
                .anyMatch(value -> value.contains("gzip"));
    response.header(HeaderNames.VARY, "Accept-Encoding");
    if (gzip) {
      response.header(HeaderNames.CONTENT_ENCODING, "gzip");
    }
    OutputStream client = new ToClient(response.outputStream(), permit, stalls);
    try (OutputStream out = gzip ? new GZIPOutputStream(client, GZIP_BUFFER, true) : client) {
      streamed.writer().writeTo(out);
    } catch (IOException | UncheckedIOException | AppError.Unavailable e) {
      throw new CloseConnectionException(UNFINISHED, e);
    }
  }
}
