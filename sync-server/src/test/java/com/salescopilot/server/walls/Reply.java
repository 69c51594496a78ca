package com.salescopilot.server.walls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.salescopilot.model.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One answer.
///
/// @param headers by lower-case name
record Reply(int status, Map<String, List<String>> headers, String body) {

  boolean good() {
    return status >= 200 && status < 300;
  }

  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /// The body as JSON; missing if it is none.
  JsonNode json() {
    boolean one =
        header("content-type")
            .filter(type -> type.matches("application/(problem\\+)?json"))
            .isPresent();
    return one ? ValueJson.tree(body) : MissingNode.getInstance();
  }

  String at(String member) {
    return json().path(member).asText();
  }

  String code() {
    return at("code");
  }

  /// Everything that reached the client.
  String text() {
    return headers + "\n" + body;
  }
}
