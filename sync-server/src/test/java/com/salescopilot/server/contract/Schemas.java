package com.salescopilot.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Holds values against schemas of the contract (JSON Schema 2020-12, formats asserted).
final class Schemas {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String HOME = "https://contract.invalid/schemas";
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final SchemaRegistry registry;
  private final Map<JsonNode, Schema> known = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();

  Schemas(OpenApi contract) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.set("$defs", contract.document().at("/components/schemas").deepCopy());
    rebase(all);
    String text = all.toString();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(HOME, text))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /// What is wrong with a value; empty if it fits.
  ///
  /// @param schema a node of the contract
  List<String> faults(JsonNode schema, JsonNode value) {
    return known.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /// What is wrong with a schema itself.
  List<String> faultsOfSchema(JsonNode schema) {
    return registry.getSchema(SchemaLocation.of(DIALECT)).validate(schema).stream()
        .map(Object::toString)
        .toList();
  }

  /// What is wrong with a document by a schema from elsewhere.
  List<String> faultsBy(JsonNode schema, JsonNode document) {
    return registry.getSchema(schema).validate(document).stream().map(Object::toString).toList();
  }

  private Schema compiled(JsonNode schema) {
    JsonNode alone = schema.deepCopy();
    rebase(alone);
    return registry.getSchema(
        SchemaLocation.of("https://contract.invalid/part/" + made.incrementAndGet()), alone);
  }

  /// In the contract the shared schemas lie elsewhere.
  private static void rebase(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
      String name = object.path("$ref").textValue().substring(SCHEMAS.length());
      object.put("$ref", HOME + "#/$defs/" + name);
    }
    node.forEach(Schemas::rebase);
  }
}
