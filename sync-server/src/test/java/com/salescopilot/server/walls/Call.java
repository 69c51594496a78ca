package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.LiveServer.Surface;
import java.util.LinkedHashMap;
import java.util.Map;

/// One request, before it is sent.
///
/// @param path with its query
/// @param body empty: none
record Call(Surface surface, String method, String path, String body, Map<String, String> headers) {

  Call {
    headers = Map.copyOf(headers);
  }

  static Call api(String method, String path, String body) {
    return new Call(Surface.API, method, "/api" + path, body, Map.of());
  }

  static Call api(String method, String path) {
    return api(method, path, "");
  }

  Call on(Surface other) {
    return new Call(other, method, path, body, headers);
  }

  Call with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Call(surface, method, path, body, more);
  }

  Call withPath(String other) {
    return new Call(surface, method, other, body, headers);
  }

  Call withBody(String other) {
    return new Call(surface, method, path, other, headers);
  }

  Call withQuery(String name, String value) {
    return withPath(path + (path.contains("?") ? "&" : "?") + name + "=" + value);
  }

  /// The body as JSON; missing if there is none, or it is something else.
  JsonNode json() {
    boolean other = !headers.getOrDefault("Content-Type", "application/json").contains("json");
    return body.isEmpty() || other
        ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
        : ValueJson.tree(body);
  }

  /// Everything of it that an answer could echo.
  String text() {
    return path + "\n" + body + "\n" + headers;
  }

  @Override
  public String toString() {
    return surface + " " + method + " " + path + (body.isEmpty() ? "" : " " + body);
  }
}
