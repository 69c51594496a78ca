package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.http.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What no client of ours would send, to every route: it is answered in order, or refused in order.
final class BadInputTest {
  private static final Pattern INSIDES =
      Pattern.compile(
          "com\\.salescopilot|io\\.helidon|java\\.(?:lang|util|sql|time|io)|jackson|postgresql|PSQL"
              + "|Exception|SQLSTATE|\\bat [a-z]+\\.[a-z]|violates|relation \"",
          Pattern.CASE_INSENSITIVE);

  /// The codes that a client may have to know; a new one is a decision, not an accident.
  private static final Set<String> CODES =
      Set.of(
          "MALFORMED",
          "INVALID",
          "UNKNOWN_FIELD",
          "READ_ONLY",
          "PREFLIGHT",
          "IDEMPOTENCY_KEY",
          "UNAUTHENTICATED",
          "BAD_CREDENTIALS",
          "FORBIDDEN",
          "WORKSPACE",
          "NOT_FOUND",
          "METHOD_NOT_ALLOWED",
          "STATE",
          "DUPLICATE",
          "ALREADY_SENT",
          "EMAIL_TAKEN",
          "CHAIN",
          "DEVICE",
          "PRECONDITION",
          "TOO_LARGE",
          "MEDIA_TYPE",
          "URI_TOO_LONG",
          "HEADERS_TOO_LONG",
          "LIMITED");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  private final long seed = new SplittableRandom().nextLong();
  private final Tenant ana = walls.ana();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> codes = new TreeMap<>();

  @Test
  void whatever_comes_is_answered_or_refused_in_order() {
    Random random = new Random(seed);
    int sent = 0;
    for (Sample sample : Samples.all()) {
      for (Spoilt.Way way : Spoilt.ways(sample, sample.call().apply(ana), random)) {
        Call call = way.of().apply(sample.call().apply(ana));
        judge(sample + ", " + way.name(), call, ana.send(call));
        sent++;
      }
    }
    assertThat(faults).as("seed %d, %d requests", seed, sent).isEmpty();
    assertThat(sent).isGreaterThan(1_500);
    assertThat(CODES).as("codes met: %s", codes).containsAll(codes.keySet());
    assertThat(codes.keySet())
        .as("what the spoilt requests reach")
        .contains("MALFORMED", "INVALID", "UNKNOWN_FIELD", "MEDIA_TYPE", "NOT_FOUND");
    assertThat(ana.get("/auth/me").status()).as("the server is well").isEqualTo(200);
  }

  @Test
  void without_a_good_token_every_route_for_members_is_401_and_all_alike() {
    Set<String> answers = new TreeSet<>();
    int tried = 0;
    for (var surface : server.routes().entrySet()) {
      for (var route : surface.getValue()) {
        if (route.access() == Access.PUBLIC) {
          continue;
        }
        String name = Sample.route(surface.getKey(), route.method(), route.pattern());
        Sample sample =
            Samples.all().stream().filter(s -> s.route().equals(name)).findFirst().orElseThrow();
        for (String header :
            List.of(
                "",
                "Bearer",
                "Bearer x",
                "Basic YTpi",
                "Bearer " + ana.token() + "x",
                ana.token())) {
          Call call = sample.call().apply(ana).with("Authorization", header);
          Reply reply = ana.send(call);
          judge(sample + " with " + header, call, reply);
          assertThat(reply.header("www-authenticate")).hasValue("Bearer");
          answers.add(Oracle.shape(reply, "«nothing»"));
          tried++;
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("401 "));
    assertThat(tried).isGreaterThan(120);
  }

  @Test
  void a_workspace_that_is_not_the_tokens_is_403_wherever_a_body_names_one() {
    int tried = 0;
    for (Sample sample : Samples.all()) {
      Call call = sample.call().apply(ana);
      boolean rows =
          call.path().matches("/api/(prospects|emails|templates|campaigns).*")
              && call.json().isObject();
      if (rows) {
        for (String other : List.of(walls.bo().workspace(), UUID.randomUUID().toString())) {
          Call elsewhere = Spoilt.with(sample.call().apply(ana), "workspaceId", other);
          Reply reply = ana.send(elsewhere);
          assertThat(reply.status()).as(elsewhere.toString()).isEqualTo(403);
          assertThat(reply.code()).isEqualTo("WORKSPACE");
        }
        Call here = Spoilt.with(sample.call().apply(ana), "workspaceId", ana.workspace());
        assertThat(ana.send(here).good()).as(here.toString()).isTrue();
        tried++;
      }
    }
    assertThat(tried).isGreaterThanOrEqualTo(11);
  }

  /// The control: an answer that shows its insides is noticed.
  @Test
  void the_judge_sees_a_stack_trace_a_missing_code_and_a_500() {
    Map<String, List<String>> problem = Map.of("content-type", List.of("application/problem+json"));
    Call call = Call.api("GET", "/x");
    for (Reply bad :
        List.of(
            new Reply(500, problem, "{\"code\":\"INTERNAL\",\"requestId\":\"r\",\"status\":500}"),
            new Reply(400, problem, "{\"code\":\"MALFORMED\",\"status\":400}"),
            new Reply(400, problem, "{\"requestId\":\"r\",\"status\":400}"),
            new Reply(400, Map.of(), "no"),
            new Reply(
                400,
                problem,
                "{\"code\":\"MALFORMED\",\"requestId\":\"r\",\"status\":400,\"detail\":\"java.lang.Foo\"}"))) {
      int before = faults.size();
      judge("control", call, bad);
      assertThat(faults).hasSizeGreaterThan(before);
    }
  }

  private void judge(String what, Call call, Reply reply) {
    String where = what + ": " + cut(call.toString()) + " -> " + reply.status() + " ";
    if (reply.status() >= 500) {
      faults.add(where + cut(reply.body()));
      return;
    }
    if (reply.status() >= 400) {
      boolean problem =
          reply.header("content-type").equals(java.util.Optional.of("application/problem+json"));
      if (!problem
          || !reply.code().matches("[A-Z_]+")
          || reply.at("requestId").isEmpty()
          || reply.json().path("status").asInt() != reply.status()) {
        faults.add(where + "is no problem with code and requestId: " + cut(reply.body()));
        return;
      }
      codes.merge(reply.code(), 1, Integer::sum);
      if (INSIDES.matcher(reply.body()).find()) {
        faults.add(where + "shows its insides: " + cut(reply.body()));
      }
    }
  }

  private static String cut(String text) {
    return text.length() <= 500 ? text : text.substring(0, 500) + "…";
  }
}
