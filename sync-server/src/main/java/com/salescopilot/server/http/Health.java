package com.salescopilot.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// `/health/live` and `/health/ready` for whoever watches the process.
///
/// Warnings tell the operator something and never make the server unready.
public final class Health implements Routes {
  private final Map<String, BooleanSupplier> checks;
  private final List<Supplier<List<String>>> warnings;
  private final AtomicBoolean ready = new AtomicBoolean();

  /// A server that is not ready yet.
  ///
  /// @param checks by name; each answers within a second or two
  /// @param warnings asked at each call
  public Health(Map<String, BooleanSupplier> checks, List<Supplier<List<String>>> warnings) {
    this.checks = new LinkedHashMap<>(checks);
    this.warnings = List.copyOf(warnings);
  }

  record Report(String status, Map<String, String> checks, List<String> warnings) {}

  /// From now on the server says that it is ready.
  public void up() {
    ready.set(true);
  }

  /// From now on the server says that it is not, so that a balancer sends nothing more.
  public void down() {
    ready.set(false);
  }

  @Override
  public void add(RouteTable table) {
    table
        .get("/health/live", Access.PUBLIC, (_, _) -> Answer.ok(Map.of("status", "UP")))
        .get("/health/ready", Access.PUBLIC, (_, _) -> report());
  }

  private Answer report() {
    Map<String, String> results = new LinkedHashMap<>();
    checks.forEach((name, check) -> results.put(name, word(holds(check))));
    results.put("draining", word(ready.get()));
    boolean up = !results.containsValue("DOWN");
    List<String> said = warnings.stream().map(Supplier::get).flatMap(List::stream).toList();
    return Answer.json(up ? 200 : 503, new Report(word(up), results, said));
  }

  private static boolean holds(BooleanSupplier check) {
    try {
      return check.getAsBoolean();
    } catch (RuntimeException _) {
      return false;
    }
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
