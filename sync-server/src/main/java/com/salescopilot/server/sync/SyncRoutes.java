package com.salescopilot.server.sync;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Objection;
import com.salescopilot.model.protocol.ProtocolException;
import com.salescopilot.model.protocol.PullRequest;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.protocol.VersionException;
import com.salescopilot.model.server.Standing;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.server.http.Access;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Caller;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.stream.ChainBroken;
import com.salescopilot.server.stream.Epochs;
import com.salescopilot.server.stream.ForeignDevice;
import com.salescopilot.server.stream.Heads;
import com.salescopilot.server.stream.HistoryDiffers;
import com.salescopilot.server.stream.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// `/sync/push` and `/sync/pull` (`sync.md` §7).
public final class SyncRoutes implements Routes {
  private final Streams streams;
  private final LivePull live;
  private final Epochs epochs;

  public SyncRoutes(Streams streams, Epochs epochs, Heads heads, RandomGenerator random) {
    this.streams = streams;
    this.epochs = epochs;
    this.live = new LivePull(streams, heads, random);
  }

  @Override
  public void add(RouteTable routes) {
    routes
        .post("/sync/push", Access.MEMBER, this::push)
        .post("/sync/pull", Access.MEMBER, this::pull);
  }

  private Answer push(Caller caller, Request request) {
    PushRequest push = parsed(request, PushRequest::parse);
    Actor.Member author = new Actor.Member(caller.user(), caller.role(), push.device());
    try {
      ChainPosition reached = streams.push(caller.scope(), author, push);
      return Answer.bytes(
          "application/json", PushReply.json(reached).getBytes(StandardCharsets.UTF_8));
    } catch (ChainBroken e) {
      throw new AppError.Conflict(
          "CHAIN",
          "The device's chain of changes goes on from another place.",
          Map.of("lastSeq", e.last().seq(), "lastId", e.last().id()));
    } catch (ForeignDevice _) {
      throw new AppError.Forbidden("DEVICE", "This device belongs to another account.");
    } catch (HistoryDiffers e) {
      throw refusal(objection(caller, e));
    }
  }

  private Answer pull(Caller caller, Request request) {
    PullRequest pull = parsed(request, PullRequest::parse);
    try {
      Optional<PullAnswer> news =
          live.first(caller.scope(), pull, Duration.ofSeconds(pull.waitSeconds()), request::park);
      return news.map(answer -> Answer.ndjson(out -> answer.writeTo(out, request::mayGoOn)))
          .orElseGet(Answer::noContent);
    } catch (HistoryDiffers e) {
      throw refusal(objection(caller, e));
    }
  }

  /// What a client is told that has read another history; a proof begins the next life first.
  private Objection objection(Caller caller, HistoryDiffers e) {
    return switch (e.standing()) {
      case Standing.Good _ -> throw new IllegalStateException("nothing differs", e);
      case Standing.Forged(Set<StreamKind> streams) -> new Objection.BadCursor(streams);
      case Standing.Before(Set<StreamKind> lost) ->
          newEpoch(epochs.life(e.current().orElseThrow()), lost);
      case Standing.Proof(Set<StreamKind> lost) ->
          newEpoch(epochs.proved(caller.scope().workspace(), e.known(), e.current()), lost);
    };
  }

  private static Objection newEpoch(Epochs.Life life, Set<StreamKind> lost) {
    return new Objection.NewEpoch(life.id(), life.restoredTo(), lost);
  }

  private static AppError refusal(Objection objection) {
    return switch (objection) {
      case Objection.NewEpoch news ->
          new AppError.Conflict(
              news.code(),
              "The server's database was set back to an earlier state.",
              news.members());
      case Objection.BadCursor bad ->
          new AppError.Malformed(
              bad.code(), "The server never gave out this place in a stream.", bad.members());
    };
  }

  private static <T> T parsed(Request request, Function<String, T> parser) {
    try {
      return parser.apply(new String(request.body(), StandardCharsets.UTF_8));
    } catch (VersionException e) {
      throw switch (e.older()) {
        case CLIENT ->
            new AppError.UpgradeRequired(
                "CLIENT_OLDER", "This program is too old for the server; renew the program.");
        case SERVER ->
            new AppError.Conflict(
                "SERVER_OLDER", "The server is older than this program; renew the server.");
      };
    } catch (ProtocolException e) {
      throw new AppError.Malformed("The message cannot be taken: " + e.getMessage() + ".");
    }
  }
}
