package com.salescopilot.server.contract;

import static com.salescopilot.server.http.Access.PUBLIC;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.salescopilot.server.http.Answer;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The contract as it was written (`/openapi.yaml`), for programs that read no YAML
/// (`/openapi.json`), and for people (`/docs`).
public final class ContractRoutes implements Routes {
  /// The page has no script and loads nothing but its style sheet.
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final byte[] yaml = read("openapi.yaml");
  private final byte[] style = read("docs.css");
  private volatile @Nullable JsonNode parsed;

  @Override
  public void add(RouteTable table) {
    table
        .get("/openapi.yaml", PUBLIC, (_, _) -> Answer.bytes("application/yaml", yaml))
        .get("/openapi.json", PUBLIC, (_, _) -> Answer.ok(document()))
        .get("/docs", PUBLIC, (_, _) -> guarded(Answer.text(200, "text/html", page())))
        .get("/docs.css", PUBLIC, (_, _) -> guarded(Answer.bytes("text/css", style)));
  }

  private static Answer guarded(Answer answer) {
    return answer
        .with("Content-Security-Policy", POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  private String page() {
    return ContractPage.of(document());
  }

  /// Parsed when somebody first asks: few do, and a start should not wait for it.
  private JsonNode document() {
    JsonNode known = parsed;
    if (known == null) {
      try {
        known = new YAMLMapper().readTree(yaml);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      parsed = known;
    }
    return known;
  }

  private static byte[] read(String name) {
    try (InputStream in = ContractRoutes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not packed");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
