package com.salescopilot.server;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.auth.Auth;
import com.salescopilot.server.auth.Invitations;
import com.salescopilot.server.auth.Options;
import com.salescopilot.server.codes.OneTimeCodes;
import com.salescopilot.server.codes.Taken;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.http.Json;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.oidc.Provider;
import com.salescopilot.server.post.Post;
import com.salescopilot.server.sending.DirectPost;
import com.salescopilot.server.sending.Relay;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.workspace.Departures;
import com.salescopilot.server.workspace.Invites;
import com.salescopilot.server.workspace.Workspaces;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Accounts and workspaces, put together: neither package knows the other.
record People(Auth auth, Workspaces workspaces, OwnAddress address) {

  /// What they need of the server.
  record Ground(
      ServerConfig config,
      Foundation base,
      Heads heads,
      InstantSource clock,
      SecureRandom random,
      UuidV7 ids,
      Json json) {}

  static People start(Ground on, Lifecycle lifecycle) throws Exception {
    Optional<Post> post = post(on, lifecycle);
    OwnAddress address = new OwnAddress(on.config().apiUrl());
    Audit audit = new Audit();
    Invites invites =
        new Invites(
            on.base().database(),
            new OneTimeCodes(on.ids()::next, on.random()),
            audit,
            post,
            on.clock());
    Departures departures = new Departures(on.base().database(), audit, on.clock());
    Auth auth =
        new Auth(
            on.base().database(),
            on.base().keys(),
            on.clock(),
            on.ids(),
            on.random(),
            on.json(),
            new Auth.Settings(
                new Options(
                    registered(on.config(), Provider.GOOGLE),
                    registered(on.config(), Provider.LINKEDIN),
                    post.isPresent(),
                    on.config().signup()),
                on.config().smtp().map(ServerConfig.Smtp::from)),
            invitations(invites),
            departures::leave,
            post,
            new Auth.Outside(
                on.config().registrations(), on.base().egress().web(), on.base().vault(), address),
            on.heads()::moved);
    return new People(
        auth,
        new Workspaces(
            on.base().database(), invites, departures, audit, auth::renewTokens, on.clock()),
        address);
  }

  private static boolean registered(ServerConfig config, Provider provider) {
    return config.registrations().stream().anyMatch(one -> one.provider() == provider);
  }

  /// The routes of both.
  List<Routes> routes() {
    List<Routes> all = new ArrayList<>(auth.routes());
    all.addAll(workspaces.routes());
    return all;
  }

  /// The server's own notes go over the operator's relay.
  private static Optional<Post> post(Ground on, Lifecycle lifecycle) throws Exception {
    Optional<Relay> relay = Mail.relay(on.config());
    return relay.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lifecycle.start(
                "post",
                () -> new DirectPost(relay.get(), on.base().egress(), on.ids()::next, on.clock()),
                DirectPost::stop));
  }

  private static Invitations invitations(Invites invites) {
    return (tx, code, now) -> invites.use(tx, code, now).map(good -> new Used(invites, good));
  }

  private record Used(Invites invites, Taken.Code code) implements Invitations.Invitation {
    @Override
    public Invitations.Place enter(Tx tx, UserId user, Instant now) {
      Invites.Place place = invites.enter(tx, code, user, now);
      return new Invitations.Place(place.workspace(), place.name(), place.role());
    }
  }
}
