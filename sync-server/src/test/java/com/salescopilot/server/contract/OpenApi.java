package com.salescopilot.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.http.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The contract, read from its file.
public final class OpenApi {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /// The listeners by the ports at which the contract expects them.
  private static final Map<String, Surface> LISTENERS =
      Map.of("8081", Surface.TRACKING, "8082", Surface.ADMIN);

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  private OpenApi(JsonNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode item = path.getValue();
              List<JsonNode> shared = list(resolved(item).path("parameters"));
              Set<Surface> surfaces = surfaces(item.path("servers"));
              resolved(item)
                  .properties()
                  .forEach(
                      member -> {
                        if (METHODS.contains(member.getKey())) {
                          operations.add(
                              operation(
                                  surfaces,
                                  member.getKey(),
                                  path.getKey(),
                                  member.getValue(),
                                  shared));
                        }
                      });
            });
  }

  /// One operation.
  ///
  /// @param method in capitals
  /// @param path with braces, from the root
  /// @param node as it stands in the document
  /// @param parameters its own and those of its path, resolved
  public record Operation(
      Set<Surface> surfaces,
      String method,
      String path,
      JsonNode node,
      List<JsonNode> parameters,
      Pattern pattern) {

    /// The name that is nobody else's.
    public String id() {
      return node.path("operationId").asText();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /// Reads the file that the server serves.
  public static OpenApi read() {
    try (InputStream in =
        Objects.requireNonNull(ContractRoutes.class.getResourceAsStream("openapi.yaml"))) {
      return new OpenApi(new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All of it.
  public JsonNode document() {
    return document;
  }

  /// Every operation, in the order of the file.
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /// The operation that a request reaches; a HEAD reaches its GET. The most literal path that fits
  /// is meant, also where it does not know the method.
  ///
  /// @param path without query, as it is sent
  public Optional<Operation> at(String method, String path) {
    String meant = method.equals("HEAD") ? "GET" : method;
    Optional<String> pattern =
        operations.stream()
            .filter(o -> o.pattern().matcher(path).matches())
            .map(Operation::path)
            .min(Comparator.comparingInt(OpenApi::braces));
    return operations.stream()
        .filter(o -> o.method().equals(meant) && pattern.equals(Optional.of(o.path())))
        .findFirst();
  }

  /// Who may call an operation, in the words of the routes.
  public Access access(Operation operation) {
    JsonNode own = operation.node().path("security");
    for (JsonNode way : own.isMissingNode() ? document.path("security") : own) {
      if (way.has("bearer")) {
        return way.path("bearer").isEmpty() ? Access.MEMBER : Access.ADMIN;
      }
    }
    return Access.PUBLIC;
  }

  /// The responses of an operation by status, resolved.
  public Map<String, JsonNode> responses(Operation operation) {
    Map<String, JsonNode> responses = new TreeMap<>();
    operation
        .node()
        .path("responses")
        .properties()
        .forEach(entry -> responses.put(entry.getKey(), resolved(entry.getValue())));
    return responses;
  }

  /// Whether an operation takes a body, of whatever kind.
  public boolean takesBody(Operation operation) {
    return !resolved(operation.node().path("requestBody")).path("content").isEmpty();
  }

  /// The schema of the JSON that an operation takes; empty if it takes none.
  public Optional<JsonNode> body(Operation operation) {
    JsonNode schema =
        resolved(operation.node().path("requestBody"))
            .path("content")
            .path("application/json")
            .path("schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
  }

  /// What a `$ref` refers to, however often; other nodes as they are.
  ///
  /// @throws AssertionError if it refers to nothing
  public JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    while (found.path("$ref").isTextual() && found.path("properties").isMissingNode()) {
      found = target(found.path("$ref").textValue());
    }
    return found;
  }

  /// What a reference names.
  ///
  /// @param reference within the document, such as `#/components/schemas/Problem`
  public JsonNode target(String reference) {
    JsonNode found =
        reference.startsWith("#/") ? document.at(reference.substring(1)) : document.path("");
    if (found.isMissingNode()) {
      throw new AssertionError(reference + " is not in the contract");
    }
    return found;
  }

  private Operation operation(
      Set<Surface> surfaces, String method, String path, JsonNode node, List<JsonNode> shared) {
    List<JsonNode> parameters = new ArrayList<>(shared);
    parameters.addAll(list(node.path("parameters")));
    return new Operation(
        surfaces,
        method.toUpperCase(Locale.ROOT),
        path,
        node,
        parameters.stream().map(this::resolved).toList(),
        Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+")));
  }

  private static Set<Surface> surfaces(JsonNode servers) {
    Set<Surface> surfaces = EnumSet.noneOf(Surface.class);
    for (JsonNode server : servers) {
      String port = server.at("/variables/port/default").asText("");
      surfaces.add(LISTENERS.getOrDefault(port, Surface.API));
    }
    return surfaces.isEmpty() ? EnumSet.of(Surface.API) : surfaces;
  }

  private static int braces(String path) {
    return (int) path.chars().filter(c -> c == '{').count();
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }
}
