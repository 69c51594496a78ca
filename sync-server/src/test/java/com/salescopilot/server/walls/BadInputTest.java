package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.http.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Bad tokens and other workspaces, to every route, and bytes that are no sound HTTP; what else can
/// be bad is tried by [FuzzTest].
final class BadInputTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  private final Tenant ana = walls.ana();
  private final Judge judge = new Judge();

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
          judge.judge(sample + " with " + header, call, reply);
          assertThat(reply.header("www-authenticate")).hasValue("Bearer");
          answers.add(Oracle.shape(reply, "«nothing»"));
          tried++;
        }
      }
    }
    assertThat(judge.faults()).isEmpty();
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

  @Test
  void bytes_that_two_could_read_differently_are_refused_or_one_request_and_never_two() {
    List<String> faults = new ArrayList<>();
    int tried = 0;
    for (var listener :
        Map.of(
                Surface.API, List.of("POST /api/auth/refresh", "GET /api/auth/options", "PUT /no"),
                Surface.TRACKING, List.of("POST /webhooks/email/open", "GET /no", "GET /o/x.gif"),
                Surface.ADMIN, List.of("GET /health/live", "GET /metrics", "POST /no"))
            .entrySet()) {
      for (String start : listener.getValue()) {
        Desync desync = Desync.of(server.at(listener.getKey()), start);
        for (var form : desync.forms().entrySet()) {
          String said = desync.said(form.getValue());
          if (Desync.answers(said) > 1 || said.contains("HTTP/1.1 5") || said.contains(" 101 ")) {
            faults.add(start + ", " + form.getKey() + ": " + said);
          }
          tried++;
        }
        assertThat(Desync.answers(desync.said(desync.two(start)))).as("the control").isEqualTo(2);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(tried).isGreaterThan(600);
  }

  @Test
  void a_path_with_tricks_reaches_nothing() {
    List<String> faults = new ArrayList<>();
    for (String path :
        List.of(
            "//api/auth/options",
            "/api//auth/options",
            "/api/./auth/options",
            "/api/auth/./options",
            "/x/../api/auth/options",
            "/api/auth/me/../options",
            "/api/%2e/auth/options",
            "/api/auth/me/%2e%2e/options",
            "/api/auth/me/.%2e/options",
            "/api/auth/me/..;/options",
            "/api/auth/options;x=1",
            "/api;x/auth/options",
            "/api/auth%2foptions",
            "/api/auth%5coptions",
            "/api\\auth\\options",
            "/api/auth/options/",
            "/api/auth/options%00",
            "/api/auth/options%20",
            "/api/auth/options%0d%0aX:%20y",
            "/api/auth/options%c0%af",
            "/api/auth/%252e%252e/options",
            "/API/auth/options",
            "/api/auth/Options",
            "*",
            "options",
            "../api/auth/options",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/health/live",
            "/metrics",
            "/o/x.gif")) {
      Desync api = Desync.of(server.at(Surface.API), "GET " + path);
      String said = api.said("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
      if (!said.matches("(?s)HTTP/1\\.1 (400|404) .*") || said.contains("\r\nX: y")) {
        faults.add(path + ": " + said);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void trace_and_what_is_no_method_are_answered_by_no_handler() {
    for (Surface surface : Surface.values()) {
      for (String path : List.of("/", "/api/auth/options", "/o/x.gif", "/health/live")) {
        for (String method : List.of("TRACE", "TRACK", "DEBUG", "CONNECT", "PRI", "G:T")) {
          Desync desync = Desync.of(server.at(surface), method + " " + path);
          String said =
              desync.said(method + " " + path + " HTTP/1.1\r\nHost: h\r\nX-Mine: echo\r\n\r\n");
          assertThat(said).as(surface + " " + method + " " + path).doesNotContain("echo");
          assertThat(said).matches("(?s)HTTP/1\\.1 (400|404|405) .*");
        }
      }
    }
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
      int before = judge.faults().size();
      judge.judge("control", call, bad);
      assertThat(judge.faults()).hasSizeGreaterThan(before);
    }
  }
}
