package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.contract.OpenApi;
import java.util.Set;
import java.util.TreeSet;

/// Every place of every operation in which the contract has an id: paths, parameters, bodies and
/// what is inside them.
final class ContractSlots {
  private final OpenApi contract;
  private final Set<String> slots = new TreeSet<>();

  private ContractSlots(OpenApi contract) {
    this.contract = contract;
  }

  /// All of them, by route and place.
  static Set<String> of(OpenApi contract) {
    ContractSlots found = new ContractSlots(contract);
    contract.operations().forEach(o -> o.surfaces().forEach(surface -> found.add(surface, o)));
    return found.slots;
  }

  /// One slot; the places in a list are one.
  static String name(String route, String slot) {
    return route + " " + slot.replaceAll("/\\d+(?=/|$)", "/*");
  }

  private void add(Surface surface, OpenApi.Operation operation) {
    String route = Sample.route(surface, operation.method(), operation.path());
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      if (isId(parameter.path("schema"))) {
        boolean path = parameter.path("in").asText().equals("path");
        slots.add(name(route, path ? "{" + name + "}" : "?" + name));
      }
    }
    contract.body(operation).ifPresent(schema -> body(route, "", schema));
  }

  private void body(String route, String at, JsonNode schema) {
    if (isId(schema)) {
      slots.add(name(route, at));
    }
    if (schema.path("$ref").isTextual()) {
      body(route, at, contract.target(schema.path("$ref").textValue()));
    }
    for (String kind : Set.of("allOf", "oneOf", "anyOf")) {
      schema.path(kind).forEach(one -> body(route, at, one));
    }
    schema
        .path("properties")
        .properties()
        .forEach(member -> body(route, at + "/" + member.getKey(), member.getValue()));
    if (schema.path("items").isObject()) {
      body(route, at + "/0", schema.path("items"));
    }
  }

  private static boolean isId(JsonNode schema) {
    return schema.path("format").asText().equals("uuid");
  }
}
