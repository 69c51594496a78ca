package com.salescopilot.server.http;

import com.salescopilot.model.id.UuidV7;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The three listeners of the server: api, tracking and admin.
///
/// Helidon has no caps of its own on bodies and connections, so each is set here.
public final class Listeners {
  private static final String TRACKING = "tracking";
  private static final String ADMIN = "admin";

  /// Of a file; other bodies are held to less when they are read.
  private static final int MOST_BODY = 64 << 20;

  private static final int MOST_URL = 8 << 10;
  private static final int MOST_HEADERS = 16 << 10;
  private static final int MOST_CONNECTIONS = 12_000;
  private static final Duration STALLED = Duration.ofSeconds(30);

  private static final Duration IDLE = Duration.ofSeconds(75);

  private static final Duration IDLE_CHECK = Duration.ofSeconds(15);

  private final Listening listening;
  private final Surfaces surfaces;
  private final Authenticator authenticator;
  private final Json json;
  private final UuidV7 ids;
  private final RandomGenerator random;
  private final Problems problems;
  private final Stalls stalls;
  private Optional<WebServer> running = Optional.empty();

  /// Listeners that are not yet started.
  public Listeners(
      Listening listening,
      Surfaces surfaces,
      Authenticator authenticator,
      Json json,
      UuidV7 ids,
      RandomGenerator random) {
    this.listening = listening;
    this.surfaces = surfaces;
    this.authenticator = authenticator;
    this.json = json;
    this.ids = ids;
    this.random = random;
    this.stalls = new Stalls(STALLED);
    this.problems = new Problems(json, stalls, ids);
  }

  /// Where the listeners can be reached, with their real ports.
  public record Addresses(URI api, URI tracking, URI admin) {}

  /// Opens the ports.
  ///
  /// @throws PortTaken if one of them cannot be had
  public void start() {
    Ports.check("SC_PORT", listening.bind(), listening.port());
    Ports.check("SC_TRACKING_PORT", listening.bind(), listening.trackingPort());
    Ports.check("SC_ADMIN_PORT", listening.adminBind(), listening.adminPort());
    var server = WebServer.builder().shutdownHook(false).featuresDiscoverServices(false);
    limit(server, listening.bind(), listening.port(), surfaces.apiRoutes());
    server.putSocket(TRACKING, socket(TRACKING, listening.bind(), listening.trackingPort()));
    server.putSocket(ADMIN, socket(ADMIN, listening.adminBind(), listening.adminPort()));
    server.addFeature(
        ObserveFeature.builder()
            .sockets(List.of(ADMIN))
            .observersDiscoverServices(false)
            .addObserver(MetricsObserver.builder().endpoint("/metrics").build())
            .build());
    running = Optional.of(server.build().start());
  }

  /// Takes no new request, and waits for running ones as long as the grace period says.
  public void stop() {
    running.ifPresent(WebServer::stop);
    running = Optional.empty();
    stalls.close();
  }

  /// Where the listeners can be reached.
  ///
  /// @throws IllegalStateException before the start
  public Addresses addresses() {
    WebServer server = running.orElseThrow(() -> new IllegalStateException("not listening yet"));
    return new Addresses(
        Ports.address(listening.bind(), server.port()),
        Ports.address(listening.bind(), server.port(TRACKING)),
        Ports.address(listening.adminBind(), server.port(ADMIN)));
  }

  private ListenerConfig socket(String name, String host, int port) {
    ListenerConfig.Builder listener = ListenerConfig.builder().name(name);
    limit(
        listener,
        host,
        port,
        name.equals(ADMIN) ? surfaces.adminRoutes() : surfaces.trackingRoutes());
    return listener.build();
  }

  private void limit(
      ListenerConfig.BuilderBase<?, ?> listener,
      String host,
      int port,
      List<RouteTable.Route> routes) {
    HttpRouting.Builder routing = HttpRouting.builder();
    problems.installInto(routing);
    new Dispatch(
            authenticator,
            new Admission(listening.permits(), random),
            new Proxies(listening.trusted()),
            problems,
            json,
            stalls,
            ids)
        .installInto(routing, routes);
    listener.host(host);
    listener.port(port);
    listener.routing(routing);
    listener.directHandlers(problems.directHandlers());
    listener.maxPayloadSize(MOST_BODY);
    listener.maxTcpConnections(MOST_CONNECTIONS);
    listener.maxConcurrentRequests(MOST_CONNECTIONS);
    listener.idleConnectionTimeout(IDLE);
    listener.idleConnectionPeriod(IDLE_CHECK);
    listener.shutdownGracePeriod(listening.grace());
    listener.connectionOptions(options -> options.tcpNoDelay(true));
    listener.protocolsDiscoverServices(false);
    listener.addProtocol(
        Http1Config.builder()
            .maxPrologueLength(MOST_URL)
            .maxHeadersSize(MOST_HEADERS)
            .receiveLog(false)
            .sendLog(false)
            .build());
  }
}
