package com.salescopilot.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.salescopilot.server.LiveServer;
import com.salescopilot.server.db.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The contract is what the server does.
final class ContractTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  private final OpenApi contract = OpenApi.read();

  @Test
  void the_routes_and_the_contract_are_the_same_with_the_same_access() {
    Set<String> promised = new TreeSet<>();
    for (OpenApi.Operation operation : contract.operations()) {
      for (LiveServer.Surface surface : operation.surfaces()) {
        promised.add(surface + " " + operation + " " + contract.access(operation));
      }
    }
    Set<String> registered = new TreeSet<>();
    server
        .routes()
        .forEach(
            (surface, routes) ->
                routes.forEach(
                    route ->
                        registered.add(
                            surface
                                + " "
                                + route.method()
                                + " "
                                + route.pattern()
                                + " "
                                + route.access())));
    assertThat(promised).as("what the contract says").isEqualTo(registered);
    assertThat(registered).hasSizeGreaterThan(40);
  }

  @Test
  void the_contract_is_served_as_it_was_written_and_as_json() throws Exception {
    JsonNode yaml = new YAMLMapper().readTree(get("/api/openapi.yaml").body());
    assertThat(yaml).isEqualTo(contract.document());
    assertThat(new ObjectMapper().readTree(get("/api/openapi.json").body())).isEqualTo(yaml);
  }

  @Test
  void the_page_shows_every_operation_and_schema_and_needs_nothing_from_elsewhere()
      throws Exception {
    HttpResponse<String> answer = get("/api/docs");
    Document page = Jsoup.parse(answer.body());
    for (OpenApi.Operation operation : contract.operations()) {
      assertThat(page.getElementById(operation.id())).as(operation.toString()).isNotNull();
    }
    for (Element link : page.select("a[href^=#]")) {
      String place = link.attr("href").substring(1);
      assertThat(page.getElementById(place)).as("where %s leads", place).isNotNull();
    }
    assertThat(page.select("script, img, iframe, style, [style], [onclick]")).isEmpty();
    assertThat(page.select("link, [src]").eachAttr("href")).containsExactly("docs.css");
    assertThat(page.text()).doesNotContain("**").doesNotContain("`");
    assertThat(get("/api/docs.css").body()).doesNotContain("url(").doesNotContain("@import");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI address = server.at(LiveServer.Surface.API).resolve(path);
    try (HttpClient http = new WatchedClient()) {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
  }
}
