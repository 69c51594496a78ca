package com.salescopilot.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.salescopilot.server.contract.OpenApi.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The contract as a document: valid OpenAPI 3.1, and after our own rules.
final class ContractLintTest {
  private static final String PROBLEM = "#/components/schemas/Problem";
  private static final int LONGEST_SUMMARY = 80;

  /// Objects that take members which the contract does not name, each for a reason that its
  /// description gives.
  private static final Set<String> OPEN =
      Set.of("Push", "Pull", "OpenReport", "ReplyReport", "ChainPosition", "Cursors", "Mutation");

  private final OpenApi contract = OpenApi.read();
  private final Schemas schemas = new Schemas(contract);
  private final List<String> faults = new ArrayList<>();

  @Test
  void it_is_valid_openapi_3_1() throws IOException {
    JsonNode official =
        new ObjectMapper()
            .readTree(
                Objects.requireNonNull(getClass().getResourceAsStream("openapi-3.1.schema.json")));
    assertThat(schemas.faultsBy(official, contract.document())).isEmpty();
    assertThat(schemas.faultsBy(official, new ObjectMapper().readTree("{\"openapi\":\"3.1.1\"}")))
        .as("the control")
        .isNotEmpty();
  }

  @Test
  void every_schema_is_valid_json_schema() {
    contract
        .document()
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                schemas
                    .faultsOfSchema(schema.getValue())
                    .forEach(fault -> faults.add(schema.getKey() + ": " + fault)));
    assertThat(faults).isEmpty();
  }

  /// A comma in a description without quotes makes a keyword of the rest.
  @Test
  void no_keyword_is_unknown() {
    keywords("", contract.document().path("components"));
    keywords("", contract.document().path("paths"));
    assertThat(faults).isEmpty();
  }

  private void keywords(String at, JsonNode node) {
    node.properties()
        .forEach(
            member -> {
              rule(at, "has odd member " + member.getKey(), member.getKey().matches("/.*|[^ .,]+"));
              rule(at, "has nothing in " + member.getKey(), !member.getValue().isNull());
              keywords(at + "/" + member.getKey(), member.getValue());
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      keywords(at + "/" + i, node.get(i));
    }
  }

  @Test
  void every_operation_has_a_name_of_its_own_and_says_what_a_client_needs() {
    Set<JsonNode> described = new HashSet<>();
    Set<String> names = new HashSet<>();
    Set<String> tags = new TreeSet<>();
    contract.document().path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
    for (Operation operation : contract.operations()) {
      if (!described.add(operation.node())) {
        continue; // the same under another address
      }
      rule(operation, "has no name of its own", names.add(operation.id()));
      rule(operation, "has an odd name", operation.id().matches("[a-z][A-Za-z]+"));
      String summary = operation.node().path("summary").asText();
      rule(
          operation,
          "needs a short summary without a full stop",
          summary.matches("[A-Z].*[^.]") && summary.length() <= LONGEST_SUMMARY);
      rule(
          operation,
          "needs a description in sentences",
          operation.node().path("description").asText().strip().endsWith("."));
      rule(
          operation,
          "needs one tag of the list",
          operation.node().path("tags").size() == 1
              && tags.contains(operation.node().path("tags").get(0).asText()));
      rule(
          operation,
          "does not name the parts of its path",
          names(operation, "path").equals(braces(operation.path())));
      operation
          .parameters()
          .forEach(
              parameter ->
                  rule(
                      operation,
                      "does not describe " + parameter.path("name"),
                      parameter.path("description").asText().endsWith(".")));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void every_answer_has_a_request_id_and_a_schema_and_every_refusal_is_a_problem() {
    for (Operation operation : contract.operations()) {
      Map<String, JsonNode> responses = contract.responses(operation);
      rule(
          operation,
          "says nothing of a busy server or of what it cannot read",
          responses.keySet().containsAll(Set.of("400", "503")));
      rule(
          operation,
          "has a token and no 401, or the other way round",
          responses.containsKey("401") || operation.node().path("security").isEmpty());
      rule(
          operation,
          "has a body and no 413, or the other way round",
          responses.containsKey("413") == contract.takesBody(operation));
      responses.forEach((status, response) -> answer(operation, status, response));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void objects_are_closed_unless_a_newer_program_may_say_more() {
    contract
        .document()
        .at("/components/schemas")
        .properties()
        .forEach(
            entry -> {
              JsonNode schema = entry.getValue();
              boolean part = entry.getKey().matches("(Campaign)?Fields|MailCounts|CustomFields");
              boolean whole =
                  schema.path("type").asText().equals("object")
                      || schema.has("unevaluatedProperties");
              boolean closed =
                  schema.has("additionalProperties") || schema.has("unevaluatedProperties");
              if (whole && !part && !closed && !OPEN.contains(entry.getKey())) {
                faults.add(entry.getKey() + " is open");
              }
            });
    assertThat(faults).isEmpty();
  }

  @Test
  void every_reference_leads_somewhere_and_every_component_is_used() {
    Set<String> used = new TreeSet<>();
    references(contract.document(), used);
    used.forEach(contract::target);
    Set<String> unused = new TreeSet<>();
    for (String kind :
        List.of("schemas", "responses", "parameters", "headers", "requestBodies", "pathItems")) {
      contract
          .document()
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> unused.add("#/components/" + kind + "/" + name));
    }
    unused.removeAll(used);
    assertThat(unused).isEmpty();
  }

  private void answer(Operation operation, String status, JsonNode response) {
    String where = operation + " " + status;
    rule(where, "is not described", !response.path("description").asText().isEmpty());
    rule(where, "has no request id", response.path("headers").has("X-Request-Id"));
    boolean bodiless = Set.of("202", "204", "303").contains(status);
    rule(where, "has no content, or has some", response.has("content") != bodiless);
    response
        .path("content")
        .properties()
        .forEach(
            content -> rule(where, "has no schema", content.getValue().path("schema").isObject()));
    if (status.compareTo("400") >= 0) {
      JsonNode schema = response.at("/content/application~1problem+json/schema");
      rule(where, "is no problem", schema.path("$ref").asText().equals(PROBLEM));
    }
    if (Set.of("429", "503").contains(status)) {
      rule(where, "does not say when to try again", response.path("headers").has("Retry-After"));
    }
  }

  private static Set<String> names(Operation operation, String in) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals(in)) {
        names.add(parameter.path("name").asText());
      }
    }
    return names;
  }

  private static Set<String> braces(String path) {
    Set<String> names = new TreeSet<>();
    for (String part : path.split("/", -1)) {
      if (part.startsWith("{")) {
        names.add(part.substring(1, part.length() - 1));
      }
    }
    return names;
  }

  private static void references(JsonNode node, Set<String> found) {
    if (node.path("$ref").isTextual()) {
      found.add(node.path("$ref").textValue());
    }
    node.forEach(child -> references(child, found));
  }

  private void rule(Object where, String fault, boolean kept) {
    if (!kept) {
      faults.add(where + " " + fault);
    }
  }
}
