package com.salescopilot.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.db.TestDatabase;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The contract is what the server does.
final class ContractTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  private final OpenApi contract = OpenApi.read();

  @Test
  void the_routes_and_the_contract_are_the_same_with_the_same_access() {
    Set<String> promised = new TreeSet<>();
    for (OpenApi.Operation operation : contract.operations()) {
      for (LiveServer.Surface surface : operation.surfaces()) {
        promised.add(surface + " " + operation + " " + contract.access(operation));
      }
    }
    Set<String> registered = new TreeSet<>();
    server
        .routes()
        .forEach(
            (surface, routes) ->
                routes.forEach(
                    route ->
                        registered.add(
                            surface
                                + " "
                                + route.method()
                                + " "
                                + route.pattern()
                                + " "
                                + route.access())));
    assertThat(promised).as("what the contract says").isEqualTo(registered);
    assertThat(registered).hasSizeGreaterThan(40);
  }
}
