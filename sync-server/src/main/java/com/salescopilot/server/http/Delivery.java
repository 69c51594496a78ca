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

  private final Json json;

  Delivery(Json json) {
    this.json = json;
  }

  void send(Answer answer, ServerRequest request, ServerResponse response) {
    response.status(Status.create(answer.status()));
    if (!answer.headers().containsKey("Cache-Control")) {
      response.header(HeaderNames.CACHE_CONTROL, "no-store");
    }
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    boolean head = request.prologue().method().text().equals("HEAD");
    switch (answer.body()) {
      case Answer.Nothing() -> response.send();
      case Answer.Value(Object value) -> whole(json.write(value), Json.MEDIA_TYPE, head, response);
      case Answer.Bytes bytes -> whole(bytes.content, bytes.mediaType, head, response);
      case Answer.Streamed streamed -> {
        response.header(HeaderNames.CONTENT_TYPE, streamed.mediaType());
        if (head) {
          response.send();
        } else {
          stream(streamed, request, response);
        }
      }
    }
  }

  private static void whole(byte[] body, String mediaType, boolean head, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, mediaType);
    if (head) {
      response.contentLength(body.length);
      response.send();
    } else {
      response.send(body);
    }
  }

  private static void stream(
      Answer.Streamed streamed, ServerRequest request, ServerResponse response) {
    boolean gzip =
        !streamed.mediaType().endsWith("/zip")
            && request.headers().all(HeaderNames.ACCEPT_ENCODING, List::of).stream()
                .anyMatch(value -> value.contains("gzip"));
    response.header(HeaderNames.VARY, "Accept-Encoding");
    if (gzip) {
      response.header(HeaderNames.CONTENT_ENCODING, "gzip");
    }
    try (OutputStream out =
        gzip
            ? new GZIPOutputStream(response.outputStream(), GZIP_BUFFER, true)
            : response.outputStream()) {
      streamed.writer().writeTo(out);
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("The client left in the middle of an answer.", e);
    }
  }
}
