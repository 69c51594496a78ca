package com.salescopilot.server.contract;

import static com.salescopilot.server.contract.Markup.escaped;
import static com.salescopilot.server.contract.Markup.line;
import static com.salescopilot.server.contract.Markup.paragraphs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The contract as one page, to be read in a browser: no script, nothing from elsewhere.
final class ContractPage {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final StringBuilder html = new StringBuilder(200_000);

  private ContractPage(JsonNode document) {
    this.document = document;
  }

  /// The page in HTML.
  static String of(JsonNode document) {
    ContractPage page = new ContractPage(document);
    page.write();
    return page.html.toString();
  }

  private void write() {
    String title = escaped(document.at("/info/title").asText());
    out("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
    out("<title>" + title + " API</title>");
    out("<link rel=\"stylesheet\" href=\"docs.css\"></head>\n<body>\n");
    contents();
    out("<main>\n<h1>" + title + " API</h1>\n");
    out("<p class=\"files\">As a file: <a href=\"openapi.yaml\">openapi.yaml</a>, ");
    out("<a href=\"openapi.json\">openapi.json</a></p>\n");
    out(paragraphs(document.at("/info/description").asText()));
    document.path("tags").forEach(this::tag);
    out("<section id=\"schemas\"><h2>Schemas</h2>\n");
    document.at("/components/schemas").properties().forEach(s -> schema(s.getKey(), s.getValue()));
    out("</section>\n</main>\n</body></html>\n");
  }

  private void contents() {
    out("<nav aria-label=\"Contents\">\n");
    for (JsonNode tag : document.path("tags")) {
      String name = tag.path("name").asText();
      out("<h2><a href=\"#" + escaped(name) + "\">" + escaped(name) + "</a></h2><ul>\n");
      operations(name)
          .forEach(
              (place, operation) ->
                  out(
                      "<li><a href=\"#"
                          + escaped(operation.path("operationId").asText())
                          + "\">"
                          + escaped(operation.path("summary").asText())
                          + "</a></li>\n"));
      out("</ul>\n");
    }
    out("<h2><a href=\"#schemas\">Schemas</a></h2>\n</nav>\n");
  }

  /// The operations of a tag by where they are first: some stand under several addresses.
  private Map<Place, JsonNode> operations(String tag) {
    Map<Place, JsonNode> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> member : resolved(path.getValue()).properties()) {
        JsonNode operation = member.getValue();
        boolean known = found.containsValue(operation);
        if (METHODS.contains(member.getKey())
            && operation.path("tags").path(0).asText().equals(tag)
            && !known) {
          found.put(new Place(member.getKey(), path.getKey(), path.getValue()), operation);
        }
      }
    }
    return found;
  }

  private record Place(String method, String path, JsonNode item) {}

  private void tag(JsonNode tag) {
    String name = tag.path("name").asText();
    out("<section id=\"" + escaped(name) + "\"><h2>" + escaped(name) + "</h2>\n");
    out(paragraphs(tag.path("description").asText()));
    operations(name).forEach(this::operation);
    out("</section>\n");
  }

  private void operation(Place place, JsonNode operation) {
    out("<article id=\"" + escaped(operation.path("operationId").asText()) + "\">\n<h3>");
    out(escaped(operation.path("summary").asText()) + "</h3>\n");
    out("<p class=\"at\"><b class=\"" + place.method() + "\">");
    out(place.method().toUpperCase(Locale.ROOT) + "</b> ");
    out("<code>" + escaped(place.path()) + "</code> <span>" + access(operation) + "</span></p>\n");
    out(paragraphs(operation.path("description").asText()));
    for (JsonNode server : place.item().path("servers")) {
      out("<p class=\"server\">" + line(server.path("description").asText()) + "</p>\n");
    }
    parameters(place.item().path("parameters"), operation.path("parameters"));
    body(operation.path("requestBody"));
    responses(operation.path("responses"));
    out("</article>\n");
  }

  private String access(JsonNode operation) {
    JsonNode own = operation.path("security");
    for (JsonNode way : own.isMissingNode() ? document.path("security") : own) {
      if (way.has("bearer")) {
        return way.path("bearer").isEmpty() ? "for members" : "for admins";
      }
      if (way.has("hookSecret")) {
        return "with a proof";
      }
    }
    return "for anyone";
  }

  private void parameters(JsonNode shared, JsonNode own) {
    if (shared.isEmpty() && own.isEmpty()) {
      return;
    }
    out("<h4>Parameters</h4>\n<table><thead><tr><th scope=\"col\">Name</th>");
    out("<th scope=\"col\">Value</th><th scope=\"col\">Meaning</th></tr></thead><tbody>\n");
    shared.forEach(this::parameter);
    own.forEach(this::parameter);
    out("</tbody></table>\n");
  }

  private void parameter(JsonNode reference) {
    JsonNode parameter = resolved(reference);
    out("<tr><td><code>" + escaped(parameter.path("name").asText()) + "</code> <small>");
    out(escaped(parameter.path("in").asText()) + "</small></td><td>");
    out(SchemaView.words(parameter.path("schema")) + "</td><td>");
    out(line(parameter.path("description").asText()));
    if (parameter.has("example")) {
      out(" Such as <code>" + escaped(parameter.path("example").asText()) + "</code>.");
    }
    out("</td></tr>\n");
  }

  private void body(JsonNode reference) {
    JsonNode content = resolved(reference).path("content");
    for (Map.Entry<String, JsonNode> type : content.properties()) {
      out("<h4>Body</h4>\n<p>" + SchemaView.words(type.getValue().path("schema")));
      out(" as <code>" + escaped(type.getKey()) + "</code></p>\n");
    }
  }

  private void responses(JsonNode responses) {
    out("<h4>Answers</h4>\n<table class=\"answers\"><tbody>\n");
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      JsonNode found = resolved(response.getValue());
      out("<tr><th scope=\"row\">" + escaped(response.getKey()) + "</th><td>");
      out(line(found.path("description").asText().strip().replace('\n', ' ')));
      for (Map.Entry<String, JsonNode> type : found.path("content").properties()) {
        if (!type.getKey().contains("problem")) {
          out(" <span class=\"type\">" + SchemaView.words(type.getValue().path("schema")));
          out(" as <code>" + escaped(type.getKey()) + "</code></span>");
        }
      }
      out("</td></tr>\n");
    }
    out("</tbody></table>\n");
  }

  private void schema(String name, JsonNode schema) {
    out("<article id=\"schema-" + escaped(name) + "\">\n<h3>" + escaped(name) + "</h3>\n");
    out(paragraphs(schema.path("description").asText()));
    out("<p>" + SchemaView.words(schema) + "</p>\n" + SchemaView.members(schema) + "</article>\n");
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isTextual() ? document.at(reference.textValue().substring(1)) : node;
  }

  private void out(String text) {
    html.append(text);
  }
}
