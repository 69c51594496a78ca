package com.salescopilot.server.http;

import static com.salescopilot.server.http.ProblemAnswers.pointers;
import static com.salescopilot.server.http.ProblemAnswers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way to be refused, over real HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsTest {
  private static final String JSON = "application/json";
  private final Probe server = Probe.of(64, RefusalsTest::routes);

  enum Colour {
    RED,
    GREEN
  }

  record Part(String name, int count) {}

  record Thing(
      String name, int size, @Nullable Colour colour, List<Part> parts, @Nullable Instant at) {}

  private static void routes(RouteTable table) {
    table
        .get("/items/{id}", Access.PUBLIC, (_, r) -> Answer.ok(Map.of("id", r.id("id"))))
        .delete("/items/{id}", Access.PUBLIC, (_, _) -> Answer.noContent())
        .get("/items/special", Access.PUBLIC, (_, _) -> Answer.ok(Map.of("special", true)))
        .get("/page", Access.PUBLIC, (_, r) -> Answer.ok(r.page()))
        .get(
            "/known", Access.PUBLIC, (_, r) -> Answer.ok(Map.of("id", r.queryId("id").isPresent())))
        .get("/member", Access.MEMBER, (c, _) -> Answer.ok(Map.of("role", c.role())))
        .get("/admin", Access.ADMIN, (_, _) -> Answer.noContent())
        .get("/match", Access.PUBLIC, (_, r) -> Answer.ok(Map.of("rev", r.ifMatch().orElse(0L))))
        .post("/things", Access.PUBLIC, (_, r) -> Answer.created(r.json(Thing.class)))
        .post("/bytes", Access.PUBLIC, (_, r) -> Answer.ok(Map.of("length", r.body().length)))
        .get("/broken", Access.PUBLIC, (_, _) -> fail());
  }

  private static Answer fail() {
    throw new IllegalStateException("com.salescopilot.server.Secret says java.lang.Password");
  }

  @BeforeAll
  void is_up() {
    assertThat(server.get("/api/page").statusCode()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api",
        "/api/",
        "/api/nothing",
        "/items/1",
        "/api/items",
        "/api/page/",
        "/metrics",
        "/api//page",
        "/api/./page",
        "/api/x/../page",
        "/api/%2e%2e/page",
        "/api/items/a%2fb",
        "/api/items/a%5cb",
        "/api/page;x=1",
        "/api/items/%00",
        "/health/live"
      })
  void an_address_that_does_not_exist_is_404(String path) {
    String answer = server.raw("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 404 ");
    assertThat(problem(body(answer)).path("code").asText()).isEqualTo("NOT_FOUND");
  }

  @Test
  void an_id_that_is_no_uuid_names_nothing() {
    problem(server.get("/api/items/7"), 404, "NOT_FOUND");
    assertThat(server.get("/api/items/" + UUID.randomUUID()).statusCode()).isEqualTo(200);
  }

  @Test
  void a_literal_part_is_preferred_to_a_named_one() {
    assertThat(server.get("/api/items/special").body()).contains("special");
  }

  @ParameterizedTest
  @CsvSource({"POST,/api/items/7", "PUT,/api/items/7", "OPTIONS,/api/items/7", "BREW,/api/items/7"})
  void a_method_that_does_not_exist_is_405_and_names_those_that_do(String method, String path) {
    HttpResponse<String> answer =
        server.send(server.request(path).method(method, BodyPublishers.noBody()));
    problem(answer, 405, "METHOD_NOT_ALLOWED");
    assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD");
  }

  @Test
  void head_answers_like_get_without_a_body() {
    HttpResponse<String> head = server.send(server.request("/api/page").HEAD());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(server.send(server.request("/api/nothing").HEAD()).statusCode()).isEqualTo(404);
  }

  @Test
  void without_a_good_token_a_member_route_is_401() {
    problem(server.get("/api/member"), 401, "UNAUTHENTICATED");
    for (String header :
        List.of("Bearer wrong", "Basic dXNlcjp1c2Vy", "user", "Bearer", "Bearer ")) {
      HttpResponse<String> answer =
          server.send(server.request("/api/member").header("Authorization", header));
      problem(answer, 401, "UNAUTHENTICATED");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
    assertThat(
            server
                .send(server.request("/api/member").header("Authorization", "bearer user"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void two_tokens_are_none() {
    problem(
        server.send(
            server
                .request("/api/member")
                .header("Authorization", "Bearer user")
                .header("Authorization", "Bearer admin")),
        401,
        "UNAUTHENTICATED");
  }

  @Test
  void a_member_without_the_role_is_403() {
    problem(
        server.send(server.request("/api/admin").header("Authorization", "Bearer user")),
        403,
        "FORBIDDEN");
    assertThat(
            server
                .send(server.request("/api/admin").header("Authorization", "Bearer admin"))
                .statusCode())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "application/jsonx", "multipart/form-data"})
  void a_body_of_another_media_type_is_415(String type) {
    problem(server.post("/api/things", type, "{}"), 415, "MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,",
        "{\"name\":}",
        "{'name':1}",
        "{\"name\":\"a\"}{}",
        "nul",
        "\u0001",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":01}",
        "{\"name\":NaN}",
        "// c\n{}"
      })
  void what_is_not_json_is_400(String body) {
    problem(server.post("/api/things", JSON, body), 400, "MALFORMED");
  }

  @Test
  void json_that_is_too_deep_is_400() {
    problem(server.post("/api/things", JSON, "[".repeat(100) + "]".repeat(100)), 400, "MALFORMED");
  }

  @Test
  void bytes_that_are_no_utf_8_are_400() {
    problem(
        server.send(
            server
                .request("/api/things")
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xC3, '"'}))),
        400,
        "MALFORMED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"name\":\"a\",\"size\":1} | /parts",
        "{\"name\":1,\"size\":1,\"parts\":[]} | /name",
        "{\"name\":null,\"size\":1,\"parts\":[]} | /name",
        "{\"name\":\"a\",\"size\":\"1\",\"parts\":[]} | /size",
        "{\"name\":\"a\",\"size\":1.5,\"parts\":[]} | /size",
        "{\"name\":\"a\",\"size\":99999999999,\"parts\":[]} | /size",
        "{\"name\":\"a\",\"size\":true,\"parts\":[]} | /size",
        "{\"name\":\"a\",\"size\":1,\"parts\":{}} | /parts",
        "{\"name\":\"a\",\"size\":1,\"parts\":[{\"name\":\"b\"}]} | /parts/0/count",
        "{\"name\":\"a\",\"size\":1,\"parts\":[{\"name\":\"b\",\"count\":[]}]} | /parts/0/count",
        "{\"name\":\"a\",\"size\":1,\"parts\":[],\"colour\":\"BLUE\"} | /colour",
        "{\"name\":\"a\",\"size\":1,\"parts\":[],\"colour\":0} | /colour",
        "{\"name\":\"a\",\"size\":1,\"parts\":[],\"at\":\"yesterday\"} | /at",
        "{\"name\":\"a\\u0000\",\"size\":1,\"parts\":[]} | /name",
        "{\"name\":\"\\ud800\",\"size\":1,\"parts\":[]} | /name"
      })
  void json_of_another_shape_is_422_and_says_where(String body, String pointer) {
    JsonNode problem = problem(server.post("/api/things", JSON, body), 422, "INVALID");
    assertThat(pointers(problem)).containsExactly(pointer);
  }

  @Test
  void a_field_that_is_not_known_is_422_and_never_dropped() {
    JsonNode problem =
        problem(
            server.post(
                "/api/things", JSON, "{\"name\":\"a\",\"size\":1,\"parts\":[],\"sice/~\":2}"),
            422,
            "UNKNOWN_FIELD");
    assertThat(pointers(problem)).containsExactly("/sice~1~0");
  }

  @Test
  void what_is_right_comes_back_as_it_was_sent() {
    String body =
        "{\"name\":\"ä\",\"size\":1,\"colour\":\"RED\",\"parts\":[],\"at\":\"2026-03-31T09:30:00Z\"}";
    HttpResponse<String> answer = server.post("/api/things", JSON + "; charset=utf-8", body);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo(body);
  }

  @Test
  void a_body_beyond_the_limit_is_413_whether_its_length_is_told_or_not() {
    byte[] large = new byte[(1 << 20) + 1];
    problem(
        server.send(server.request("/api/bytes").POST(BodyPublishers.ofByteArray(large))),
        413,
        "TOO_LARGE");
    problem(
        server.send(
            server
                .request("/api/bytes")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
        413,
        "TOO_LARGE");
    assertThat(
            server
                .send(
                    server
                        .request("/api/bytes")
                        .POST(BodyPublishers.ofByteArray(new byte[1 << 20])))
                .body())
        .isEqualTo("{\"length\":1048576}");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,?limit",
    "limit=201,?limit",
    "limit=x,?limit",
    "offset=-1,?offset",
    "limit=1&limit=2,?limit",
    "offset=99999999999,?offset"
  })
  void a_page_that_cannot_be_is_400_and_names_the_parameter(String query, String pointer) {
    JsonNode problem = problem(server.get("/api/page?" + query), 400, "MALFORMED");
    assertThat(pointers(problem)).containsExactly(pointer);
  }

  @Test
  void a_query_id_or_an_etag_that_is_none_is_400() {
    problem(server.get("/api/known?id=7"), 400, "MALFORMED");
    for (String etag : List.of("7", "\"x\"", "W/\"7\"", "\"\"")) {
      problem(server.send(server.request("/api/match").header("If-Match", etag)), 400, "MALFORMED");
    }
    assertThat(server.send(server.request("/api/match").header("If-Match", "\"7\"")).body())
        .isEqualTo("{\"rev\":7}");
  }

  @Test
  void our_own_fault_is_500_and_says_nothing_but_the_request_id() {
    JsonNode problem = problem(server.get("/api/broken"), 500, "INTERNAL");
    assertThat(problem.toString()).doesNotContain("Password", "Secret");
  }

  @Test
  void a_harmless_request_id_is_kept_and_another_replaced() {
    assertThat(id("client-0001")).isEqualTo("client-0001");
    assertThat(id("short")).isNotEqualTo("short");
    assertThat(id("{\"forged\":\"line\"}")).doesNotContain("forged");
  }

  private String id(String wanted) {
    HttpResponse<String> answer =
        server.send(server.request("/api/page").header("X-Request-Id", wanted));
    return answer.headers().firstValue("X-Request-Id").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GARBAGE\\r\\n\\r\\n | 400",
        "GET\\r\\n\\r\\n | 400",
        "GET /api/page\\r\\n\\r\\n | 400",
        "GET /api/page HTTP/9.9\\r\\nHost: h\\r\\n\\r\\n | 400",
        "GET /api/page HTTP/1.1\\r\\n\\r\\n | 400",
        "GET /api/page HTTP/1.1\\r\\nHost: h\\r\\nBad Header: x\\r\\n\\r\\n | 400",
        "GET /api/page HTTP/1.1\\r\\nHost: h\\r\\nno-colon\\r\\n\\r\\n | 400",
        "POST /api/bytes HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: abc\\r\\n\\r\\n | 400",
        "POST /api/bytes HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: -5\\r\\n\\r\\n | 400",
        "POST /api/bytes HTTP/1.1\\r"
            + "\\n"
            + "Host: h\\r"
            + "\\n"
            + "Transfer-Encoding: chunked\\r"
            + "\\n"
            + "\\r"
            + "\\n"
            + "zz\\r"
            + "\\n"
            + " | 400",
        "POST /api/bytes HTTP/1.1\\r"
            + "\\n"
            + "Host: h\\r"
            + "\\n"
            + "Content-Length: 3\\r"
            + "\\n"
            + "Transfer-Encoding: chunked\\r"
            + "\\n"
            + "\\r"
            + "\\n"
            + "0\\r"
            + "\\n"
            + "\\r"
            + "\\n"
            + " | 400",
        "POST /api/bytes HTTP/1.1\\r"
            + "\\n"
            + "Host: h\\r"
            + "\\n"
            + "Content-Length: 3\\r"
            + "\\n"
            + "Content-Length: 4\\r"
            + "\\n"
            + "\\r"
            + "\\n"
            + "abcd | 400",
      })
  void bytes_that_are_no_http_are_refused_with_a_problem(String bytes, int status) {
    String answer = server.raw(bytes.replace("\\r", "\r").replace("\\n", "\n"));
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer).contains("application/problem+json").containsIgnoringCase("X-Request-Id: ");
    problem(body(answer));
  }

  @Test
  void an_address_or_headers_that_are_too_long_are_refused_with_a_problem() {
    String address = "GET /api/" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    assertThat(problem(body(server.raw(address))).path("status").asInt()).isIn(400, 414);
    String headers =
        "GET /api/page HTTP/1.1\r\nHost: h\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n";
    assertThat(problem(body(server.raw(headers))).path("status").asInt()).isIn(400, 431);
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
