package com.salescopilot.server.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.salescopilot.server.contract.OpenApi.Operation;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Says where an answer is not what the contract promises.
///
/// Addresses that the contract does not have are judged too, as tests have routes of their own: no
/// refusal may be anything but a problem.
public final class Witness {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String LINES = "application/x-ndjson";

  /// What the server may say before it looks at the operation.
  private static final Set<Integer> AT_THE_DOOR = Set.of(413, 414, 431);

  /// What an answer may only have where the contract says so.
  private static final Set<String> PROMISES =
      Set.of("ETag", "Retry-After", "WWW-Authenticate", "Location", "Allow");

  private final OpenApi contract;
  private final Schemas schemas;
  private final JsonNode problem;
  private final ObjectMapper mapper = new ObjectMapper();

  /// A witness who knows the contract.
  public Witness() {
    this.contract = OpenApi.read();
    this.schemas = new Schemas(contract);
    this.problem = contract.target("#/components/schemas/Problem");
  }

  /// One exchange.
  ///
  /// @param path without query, as it was sent
  /// @param body unpacked, in UTF-8
  public record Exchange(String method, String path, int status, HttpHeaders headers, String body) {

    private String bareType() {
      return headers.firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip();
    }

    @Override
    public String toString() {
      return method
          + " "
          + path
          + " -> "
          + status
          + " "
          + (body.length() > 2_000 ? body.substring(0, 2_000) + "…" : body);
    }
  }

  /// What is wrong with an answer; empty if it is as promised.
  public List<String> faults(Exchange exchange) {
    List<String> faults = new ArrayList<>();
    Optional<Operation> operation = contract.at(exchange.method(), exchange.path());
    if (operation.isEmpty() || AT_THE_DOOR.contains(exchange.status())) {
      if (exchange.status() >= 400) {
        refusal(exchange, faults);
      }
      return faults;
    }
    JsonNode response =
        contract.responses(operation.get()).get(Integer.toString(exchange.status()));
    if (response == null) {
      faults.add("The contract has no status " + exchange.status() + " for it.");
      return faults;
    }
    headers(exchange, response.path("headers"), faults);
    if (!exchange.method().equals("HEAD")) {
      body(exchange, response.path("content"), faults);
    }
    return faults;
  }

  private void refusal(Exchange exchange, List<String> faults) {
    if (exchange.method().equals("HEAD")) {
      return;
    }
    if (!exchange.bareType().equals(PROBLEM)) {
      faults.add("A refusal is " + PROBLEM + ", and this is " + exchange.bareType());
      return;
    }
    value(problem, exchange.body(), faults);
  }

  private void headers(Exchange exchange, JsonNode promised, List<String> faults) {
    Set<String> unpromised = new TreeSet<>(PROMISES);
    for (Map.Entry<String, JsonNode> header : promised.properties()) {
      unpromised.remove(header.getKey());
      JsonNode rules = contract.resolved(header.getValue());
      Optional<String> found = exchange.headers().firstValue(header.getKey());
      if (found.isPresent()) {
        schemas
            .faults(rules.path("schema"), TextNode.valueOf(found.get()))
            .forEach(fault -> faults.add(header.getKey() + fault));
      } else if (rules.path("required").asBoolean() && !mayBeAbsent(exchange, header.getKey())) {
        faults.add("It has no " + header.getKey() + ".");
      }
    }
    for (String name : unpromised) {
      if (exchange.headers().firstValue(name).isPresent()) {
        faults.add("The contract does not have its " + name + ".");
      }
    }
  }

  /// The report of a server that is not ready is no refusal of this request.
  private static boolean mayBeAbsent(Exchange exchange, String header) {
    return header.equals("Retry-After") && exchange.bareType().equals(JSON);
  }

  private void body(Exchange exchange, JsonNode content, List<String> faults) {
    String body = exchange.body();
    if (content.isMissingNode()) {
      if (!body.isEmpty()) {
        faults.add("The contract has no body here.");
      }
      return;
    }
    String type = exchange.bareType();
    JsonNode schema = content.path(type).path("schema");
    if (schema.isMissingNode()) {
      faults.add("The contract does not have the type " + type + " here.");
    } else if (type.equals(LINES)) {
      body.lines().forEach(line -> value(schema, line, faults));
    } else if (type.equals(JSON) || type.equals(PROBLEM)) {
      value(schema, body, faults);
    }
  }

  private void value(JsonNode schema, String json, List<String> faults) {
    try {
      faults.addAll(schemas.faults(schema, mapper.readTree(json)));
    } catch (JsonProcessingException e) {
      faults.add("It is not JSON: " + e.getOriginalMessage());
    }
  }
}
