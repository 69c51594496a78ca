package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.http.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A token whose session has ended, on every route that needs one.
final class RevokedTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  @Test
  void it_is_refused_on_every_route_as_soon_as_the_session_has_ended() {
    Tenant ana = walls.ana();
    Tenant ended = ana.elsewhere();
    assertThat(ended.get("/auth/me").status()).as("the control").isEqualTo(200);
    assertThat(ana.send(Call.api("DELETE", "/auth/sessions/" + ended.id("session"))).status())
        .isEqualTo(204);
    Set<String> guarded = new TreeSet<>();
    for (var route : server.routes().getOrDefault(Surface.API, List.of())) {
      if (route.access() != Access.PUBLIC) {
        guarded.add(Sample.route(Surface.API, route.method(), route.pattern()));
      }
    }
    Set<String> tried = new TreeSet<>();
    List<String> through = new ArrayList<>();
    for (Sample sample : Samples.all()) {
      if (guarded.contains(sample.route())) {
        Call call = sample.call().apply(ana).with("Authorization", "Bearer " + ended.token());
        int status = ana.send(call).status();
        tried.add(sample.route());
        if (status != 401) {
          through.add(sample + " " + status);
        }
      }
    }
    assertThat(through).isEmpty();
    assertThat(tried).isEqualTo(guarded).hasSizeGreaterThan(30);
  }
}
