package com.salescopilot.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.MapClientStore;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Where the way to the server takes less than the server, over real HTTP.
final class TooLargePushTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-09-01T08:00:00Z"));
  private static final int EDITS = 40;

  private final UuidV7 ids = new UuidV7(CLOCK, new Random(12));
  private final ClientCore core = new ClientCore(new MapClientStore(UUID.randomUUID()), ids::next);
  private final Link link = new Link();
  private final PushRounds pushes = new PushRounds(core, CLOCK, link);

  @Test
  void what_a_proxy_finds_too_long_arrives_in_shorter_pushes_once_and_in_order()
      throws IOException {
    List<UUID> made = edits(EDITS);
    try (NarrowServer server = new NarrowServer(4_000)) {
      link.signedIn(server.session(CLOCK));
      pushes.all();
      assertThat(server.refused()).isBetween(1, EDITS);
      assertThat(server.taken()).isEqualTo(made);
    }
  }

  @Test
  void a_single_change_that_does_not_fit_is_told_and_stays() throws IOException {
    edits(2);
    try (NarrowServer server = new NarrowServer(100)) {
      link.signedIn(server.session(CLOCK));
      assertThatThrownBy(pushes::all)
          .isInstanceOfSatisfying(
              RemoteException.Refused.class, e -> assertThat(e.code()).isEqualTo("TOO_LARGE"));
      assertThat(server.taken()).isEmpty();
      assertThat(core.pending()).isEqualTo(2);
    }
  }

  private List<UUID> edits(int many) {
    Actor.Member author =
        new Actor.Member(new UserId(UUID.randomUUID()), Role.USER, UUID.randomUUID());
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      made.add(
          core.submit(
              new Change.Create(
                  new RowKey(Entity.PROSPECT, ids.next()),
                  new TreeMap<>(Map.of("email", Value.text("p" + i + "@b.io")))),
              author,
              CLOCK.instant()));
    }
    return made;
  }
}
