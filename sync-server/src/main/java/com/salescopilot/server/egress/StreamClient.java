package com.salescopilot.server.egress;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/// Asks a web server something that it answers line by line, as long as there is patience.
public final class StreamClient {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final long AT_ONCE = 8_192;
  private static final int OK = 200;

  private final OkHttpClient encrypted;
  private final OkHttpClient plain;

  StreamClient(Egress egress) {
    OkHttpClient.Builder common = WebClient.guarded(egress);
    this.encrypted = common.socketFactory(egress.sockets(Use.WEB)).build();
    this.plain = common.socketFactory(egress.sockets(Use.PLAIN_WEB)).build();
  }

  /// How long is waited, and how much is read.
  ///
  /// @param connect until there is a connection
  /// @param first until the first byte of the answer
  /// @param idle between two pieces of it
  /// @param total from beginning to end
  /// @param bytes of the answer, the rest is not read
  public record Patience(
      Duration connect, Duration first, Duration idle, Duration total, int bytes) {}

  /// Hears an answer.
  public interface Lines {
    /// One line, without its end.
    ///
    /// @return whether to go on; the connection is closed otherwise
    boolean hear(String line) throws IOException;
  }

  /// How the server took the question.
  ///
  /// @param status if it is not 200, nothing was heard
  /// @param retryAfter when it wants to be asked again, as it says it
  public record Taken(int status, Optional<String> retryAfter) {}

  /// Asks.
  ///
  /// @throws java.io.InterruptedIOException if patience ran out
  /// @throws IOException if there is no connection, or it broke
  public Taken post(
      URI address, Map<String, String> headers, String json, Patience patience, Lines lines)
      throws IOException {
    HttpUrl url = HttpUrl.parse(address.toString());
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      throw new EgressRefused("no address that may be asked");
    }
    Request.Builder request = new Request.Builder().url(url).post(RequestBody.create(json, JSON));
    headers.forEach(request::header);
    OkHttpClient client =
        (url.isHttps() ? encrypted : plain)
            .newBuilder()
            .connectTimeout(patience.connect())
            .writeTimeout(patience.first())
            .readTimeout(patience.first())
            .callTimeout(patience.total())
            .build();
    try (Response response = client.newCall(request.build()).execute()) {
      if (response.code() == OK) {
        read(response.body().source(), patience, lines);
      }
      return new Taken(response.code(), Optional.ofNullable(response.header("Retry-After")));
    }
  }

  private static void read(BufferedSource source, Patience patience, Lines lines)
      throws IOException {
    Buffer heard = new Buffer();
    long all = 0;
    boolean more = true;
    while (more) {
      long read = source.read(heard, AT_ONCE);
      source.timeout().timeout(patience.idle().toMillis(), TimeUnit.MILLISECONDS);
      all += Math.max(0, read);
      if (read < 0 || all > patience.bytes()) {
        break;
      }
      more = hear(heard, lines);
    }
    if (more && heard.size() > 0) {
      boolean _ = lines.hear(heard.readUtf8());
    }
  }

  private static boolean hear(Buffer heard, Lines lines) throws IOException {
    boolean more = true;
    for (long end = heard.indexOf((byte) '\n');
        end >= 0 && more;
        end = heard.indexOf((byte) '\n')) {
      String line = heard.readUtf8(end);
      heard.skip(1);
      more = lines.hear(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
    return more;
  }
}
