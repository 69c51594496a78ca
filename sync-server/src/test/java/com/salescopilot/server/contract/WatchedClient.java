package com.salescopilot.server.contract;

import com.salescopilot.server.contract.Witness.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// The HTTP client of all tests in one process with the server: what it receives must be what the
/// contract promises.
///
/// It stands at the client's end, so it sees what really went over the wire, also where the web
/// server answers by itself, and the server under test is the one that is delivered.
public final class WatchedClient extends HttpClient {
  /// One for all: reading the contract takes a while.
  private static final Witness WITNESS = new Witness();

  private final HttpClient inner = HttpClient.newHttpClient();

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
    HttpResponse<T> response = inner.send(request, info -> noting(handler, info, body));
    check(request, response, body.get());
    return response;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
    return inner
        .sendAsync(request, info -> noting(handler, info, body))
        .thenApply(
            response -> {
              check(request, response, body.get());
              return response;
            });
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    return sendAsync(request, handler); // the server speaks HTTP/1.1, which pushes nothing
  }

  private void check(HttpRequest request, HttpResponse<?> response, byte[] body) {
    Exchange exchange =
        new Exchange(
            request.method(),
            request.uri().getRawPath(),
            response.statusCode(),
            response.headers(),
            text(response, body));
    List<String> faults = WITNESS.faults(exchange);
    if (!faults.isEmpty()) {
      throw new AssertionError("against the contract: " + exchange + "\n" + faults);
    }
  }

  private static String text(HttpResponse<?> response, byte[] body) {
    if (body.length == 0
        || !response.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"))) {
      return new String(body, StandardCharsets.UTF_8);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("a body is cut short", e);
    }
  }

  /// Takes the body whole, and hands it on as if it had just come.
  private static <T> BodySubscriber<T> noting(
      BodyHandler<T> handler, ResponseInfo info, AtomicReference<byte[]> body) {
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArray(),
        bytes -> {
          body.set(bytes);
          BodySubscriber<T> meant = handler.apply(info);
          meant.onSubscribe(new Ignored());
          meant.onNext(List.of(ByteBuffer.wrap(bytes)));
          meant.onComplete();
          return meant.getBody().toCompletableFuture().join();
        });
  }

  private static final class Ignored implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return inner.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return inner.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return inner.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return inner.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return inner.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return inner.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return inner.authenticator();
  }

  @Override
  public Version version() {
    return inner.version();
  }

  @Override
  public Optional<Executor> executor() {
    return inner.executor();
  }

  @Override
  public void close() {
    inner.close();
  }
}
