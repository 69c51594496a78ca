package com.salescopilot.server.tracking;

import com.salescopilot.model.event.EventType;
import com.salescopilot.model.id.UuidText;
import com.salescopilot.model.tracking.AgentKind;
import com.salescopilot.model.tracking.Hit;
import com.salescopilot.server.http.Access;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Request;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import com.salescopilot.server.keys.Tokens;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The addresses that mails and other programs call. The pixel always answers with the same
/// picture, whatever it is asked, so nobody learns from it what exists.
final class TrackingRoutes {
  private static final String SUFFIX = ".gif";
  private static final String PURPOSE = "prefetch";

  /// One transparent point.
  private static final String GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";

  private final Tokens tokens;
  private final Hits hits;
  private final Hooks hooks;
  private final HookPolicy policy;
  private final byte[] gif = Base64.getDecoder().decode(GIF);

  TrackingRoutes(Tokens tokens, Hits hits, Hooks hooks, HookPolicy policy) {
    this.tokens = tokens;
    this.hits = hits;
    this.hooks = hooks;
    this.policy = policy;
  }

  /// On the tracking listener alone.
  Routes pixel() {
    return new Routes() {
      @Override
      public void add(RouteTable table) {
        table.get("/o/{file}", Access.PUBLIC, (_, request) -> picture(request));
      }
    };
  }

  /// The seed's, on both listeners.
  Routes webhooks() {
    return new Routes() {
      @Override
      public void add(RouteTable table) {
        table
            .get("/webhooks/email/open-pixel", Access.PUBLIC, (_, request) -> oldPicture(request))
            .post(
                "/webhooks/email/open",
                Access.PUBLIC,
                (_, request) -> heard(EventType.EMAIL_OPENED, request))
            .post(
                "/webhooks/email/reply",
                Access.PUBLIC,
                (_, request) -> heard(EventType.EMAIL_REPLIED, request));
      }
    };
  }

  private Answer picture(Request request) {
    String file = request.path("file");
    if (file.endsWith(SUFFIX)) {
      String token = file.substring(0, file.length() - SUFFIX.length());
      tokens
          .read(Tokens.Kind.OPEN, token)
          .ifPresent(email -> note(email, Hit.Proof.TOKEN, request));
    }
    return gif();
  }

  private Answer oldPicture(Request request) {
    Optional<UUID> email = query(request, "email_id").flatMap(TrackingRoutes::id);
    Optional<UUID> proved =
        query(request, "t").flatMap(token -> tokens.read(Tokens.Kind.OPEN, token));
    if (proved.isPresent() && (email.isEmpty() || email.equals(proved))) {
      note(proved.get(), Hit.Proof.TOKEN, request);
    } else if (policy.unproved() && email.isPresent()) {
      note(email.get(), Hit.Proof.NONE, request);
    }
    return gif();
  }

  private Answer heard(EventType type, Request request) {
    return switch (hooks.take(type, request)) {
      case TAKEN -> Answer.accepted();
      case KNOWN -> Answer.ok(java.util.Map.of());
    };
  }

  private void note(UUID email, Hit.Proof proof, Request request) {
    boolean ahead =
        request.method().equals("HEAD")
            || says(request, "Purpose")
            || says(request, "Sec-Purpose")
            || says(request, "X-Moz");
    AgentKind agent = AgentKind.of(request.header("User-Agent").orElse(""));
    hits.note(email, proof, ahead, agent, request.address());
  }

  private static boolean says(Request request, String header) {
    return request
        .header(header)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> text.contains(PURPOSE) || text.contains("preview"))
        .isPresent();
  }

  private Answer gif() {
    return Answer.bytes("image/gif", gif).with("Cache-Control", "no-store");
  }

  private static Optional<String> query(Request request, String name) {
    try {
      return request.query(name);
    } catch (AppError _) {
      return Optional.empty(); // a picture all the same
    }
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UuidText.parse("email_id", text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
