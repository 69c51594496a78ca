package com.salescopilot.server.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/// Asks web servers small questions: no redirects, no proxy, no cookies, at most 1 MiB of an answer
/// and 15 seconds for all of it.
public final class WebClient {
  private static final long LONGEST_BODY = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final OkHttpClient encrypted;
  private final OkHttpClient plain;

  WebClient(Egress egress, Duration patience) {
    OkHttpClient common = guarded(egress).callTimeout(patience).build();
    this.encrypted = common.newBuilder().socketFactory(egress.sockets(Use.WEB)).build();
    this.plain = common.newBuilder().socketFactory(egress.sockets(Use.PLAIN_WEB)).build();
  }

  WebClient(Egress egress) {
    this(egress, PATIENCE);
  }

  /// What every client of ours does not do: follow, go round, try again, keep.
  static OkHttpClient.Builder guarded(Egress egress) {
    return new OkHttpClient.Builder()
        .proxy(Proxy.NO_PROXY)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)) // one that waited may be dead
        .retryOnConnectionFailure(false)
        .fastFallback(false)
        .protocols(List.of(Protocol.HTTP_1_1))
        .dns(name -> named(name, egress.resolver().addresses(name)));
  }

  /// The addresses with the name they were asked for by, which the guard may know.
  private static List<InetAddress> named(String name, List<InetAddress> addresses)
      throws UnknownHostException {
    List<InetAddress> named = new ArrayList<>();
    for (InetAddress address : addresses) {
      named.add(InetAddress.getByAddress(name, address.getAddress()));
    }
    return named;
  }

  /// An answer, whole.
  public record Answer(int status, String body) {}

  /// Fetches something.
  ///
  /// @param headers beside the usual ones
  /// @throws IOException if there is no whole answer, or it is too long
  public Answer get(URI address, Map<String, String> headers) throws IOException {
    return ask(address, headers, new Request.Builder().get());
  }

  /// Sends a form.
  ///
  /// @throws IOException as for [#get]
  public Answer post(URI address, Map<String, String> headers, Map<String, String> form)
      throws IOException {
    FormBody.Builder body = new FormBody.Builder();
    form.forEach(body::add);
    return ask(address, headers, new Request.Builder().post(body.build()));
  }

  private Answer ask(URI address, Map<String, String> headers, Request.Builder request)
      throws IOException {
    HttpUrl url = HttpUrl.parse(address.toString());
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      throw new EgressRefused("no address that may be asked");
    }
    headers.forEach(request::header);
    OkHttpClient client = url.isHttps() ? encrypted : plain;
    try (Response response = client.newCall(request.url(url).build()).execute()) {
      BufferedSource body = response.body().source();
      if (body.request(LONGEST_BODY + 1)) {
        throw new IOException("the answer is longer than " + LONGEST_BODY + " bytes");
      }
      return new Answer(response.code(), body.readString(StandardCharsets.UTF_8));
    }
  }
}
