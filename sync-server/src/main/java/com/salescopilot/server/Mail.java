package com.salescopilot.server;

import com.salescopilot.server.analytics.AnalyticsConsumer;
import com.salescopilot.server.campaign.CampaignConsumer;
import com.salescopilot.server.dispatch.Dispatcher;
import com.salescopilot.server.events.Bell;
import com.salescopilot.server.events.Consumer;
import com.salescopilot.server.events.ConsumerRunner;
import com.salescopilot.server.events.Retries;
import com.salescopilot.server.events.Ticker;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.keys.Tokens;
import com.salescopilot.server.sending.DoubtConsumer;
import com.salescopilot.server.sending.NodeId;
import com.salescopilot.server.sending.Relay;
import com.salescopilot.server.sending.Sending;
import com.salescopilot.server.task.TaskConsumer;
import com.salescopilot.server.tracking.HookPolicy;
import com.salescopilot.server.tracking.Tracking;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Everything about mail, put together: the log with its consumers, the way out, and what comes
/// back.
final class Mail {
  private final Core core;
  private final Tokens tokens;
  private final Tracking tracking;

  /// Mail that does not move yet.
  Mail(Core core) {
    this.core = core;
    this.tokens = new Tokens(core.base().keys());
    this.tracking =
        new Tracking(
            core.base().database(),
            core.base().keys(),
            core.base().vault(),
            tokens,
            policy(core.config()),
            core.clock(),
            core.ids()::next,
            core.random());
  }

  /// The operator's relay, if there is one.
  static Optional<Relay> relay(ServerConfig config) {
    return config
        .smtp()
        .map(
            smtp ->
                new Relay(
                    smtp.host(),
                    smtp.port(),
                    smtp.user(),
                    smtp.password().map(Secret::value),
                    security(smtp.tls()),
                    smtp.from(),
                    Relay.CONNECTIONS));
  }

  /// On the tracking listener alone.
  List<Routes> trackingRoutes() {
    return List.of(tracking.pixel(), tracking.wayOut());
  }

  /// On the tracking and the API listener.
  Routes hookSecrets() {
    return tracking.hookSecrets();
  }

  List<Routes> hooks() {
    return List.of(tracking.webhooks());
  }

  /// Begins to write down what is heard; before the listeners open.
  void listen(Lifecycle lifecycle) throws Exception {
    lifecycle.start(
        "tracking",
        () -> {
          tracking.start();
          return tracking;
        },
        Tracking::stop);
  }

  /// Begins to work; once the listeners are open, as mails hold their address.
  ///
  /// @param ownTracking the address of the tracking listener
  void work(Lifecycle lifecycle, URI ownTracking) throws Exception {
    Bell bell = new Bell();
    consume(lifecycle, new AnalyticsConsumer(core.streams(), core.config().earlyOpen()), bell);
    consume(lifecycle, new CampaignConsumer(core.streams()), bell);
    consume(lifecycle, new DoubtConsumer(core.streams()), bell);
    consume(lifecycle, new TaskConsumer(core.streams()), bell);
    lifecycle.start(
        "ticker",
        () -> {
          Ticker ticker = new Ticker(core.base().database(), bell);
          ticker.start();
          return ticker;
        },
        Ticker::stop);
    Optional<Relay> relay = relay(core.config());
    if (relay.isPresent()) {
      URI publicUrl = core.config().publicUrl().orElse(ownTracking);
      lifecycle.start("sending", () -> send(relay.get(), publicUrl), Sending::stop);
      lifecycle.start("dispatcher", () -> dispatch(publicUrl), Dispatcher::stop);
    }
  }

  private Sending send(Relay relay, URI publicUrl) {
    Sending sending =
        new Sending(
            core.base().database(),
            core.streams(),
            core.queue(),
            relay,
            tokens,
            () -> publicUrl,
            NodeId.of(core.config().dataDir(), core.ids()::next),
            core.base().egress(),
            core.clock());
    core.heads().whenMoved(sending::moved);
    sending.start();
    return sending;
  }

  private Dispatcher dispatch(URI publicUrl) {
    Dispatcher dispatcher =
        new Dispatcher(
            core.base().database(), core.streams(), tokens, () -> publicUrl, core.clock());
    core.heads().whenMoved(dispatcher::moved);
    dispatcher.start();
    return dispatcher;
  }

  private void consume(Lifecycle lifecycle, Consumer consumer, Bell bell) throws Exception {
    lifecycle.start(
        "consumer " + consumer.name(),
        () -> {
          ConsumerRunner runner =
              new ConsumerRunner(
                  core.base().database(), consumer, bell, core.heads()::moved, Retries.STANDARD);
          runner.start();
          return runner;
        },
        ConsumerRunner::stop);
  }

  private static Relay.Security security(ServerConfig.Tls tls) {
    return switch (tls) {
      case NONE -> Relay.Security.NONE;
      case STARTTLS -> Relay.Security.STARTTLS;
      case TLS -> Relay.Security.TLS;
    };
  }

  private static HookPolicy policy(ServerConfig config) {
    boolean open =
        switch (config.webhookAuth()) {
          case OPEN -> true;
          case PROOF -> false;
        };
    return new HookPolicy(open, config.webhookSecret().map(Secret::value));
  }
}
