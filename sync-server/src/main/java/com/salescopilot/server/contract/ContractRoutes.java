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

/// `/openapi.yaml` and `/openapi.json`: the contract as it was written, and for programs that read
/// no YAML.
public final class ContractRoutes implements Routes {
  private final byte[] yaml = read("openapi.yaml");
  private volatile @Nullable JsonNode parsed;

  @Override
  public void add(RouteTable table) {
    table
        .get("/openapi.yaml", PUBLIC, (_, _) -> Answer.bytes("application/yaml", yaml))
        .get("/openapi.json", PUBLIC, (_, _) -> Answer.ok(document()));
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
