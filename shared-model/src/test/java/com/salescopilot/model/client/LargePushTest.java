package com.salescopilot.model.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.protocol.PushReply;
import com.salescopilot.model.protocol.PushRequest;
import com.salescopilot.model.server.ServerCore;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A way to the server that takes less than the server does.
final class LargePushTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  private final UuidV7 ids = new UuidV7(() -> NOW, new Random(11));
  private final ClientCore core = new ClientCore(new MapClientStore(UUID.randomUUID()), ids::next);

  @Test
  void a_push_that_is_too_large_is_sent_again_in_halves_of_the_same_chain() {
    submit(8);
    PushRequest whole = next();
    assertThat(whole.mutations()).hasSize(8);
    assertThat(core.onPushTooLarge()).isTrue();

    PushRequest half = next();
    assertThat(half.after()).isEqualTo(whole.after());
    assertThat(half.mutations()).isEqualTo(whole.mutations().subList(0, 4));
    assertThat(core.onPushTooLarge()).isTrue();
    PushRequest quarter = next();
    assertThat(quarter.mutations()).isEqualTo(whole.mutations().subList(0, 2));

    core.onPushReply(new PushReply.Through(ServerCore.after(quarter)));
    PushRequest rest = next();
    assertThat(rest.after()).isEqualTo(ServerCore.after(quarter));
    assertThat(rest.mutations()).isEqualTo(whole.mutations().subList(2, 6));
  }

  @Test
  void a_single_mutation_cannot_be_made_shorter() {
    submit(2);
    assertThat(next().mutations()).hasSize(2);
    assertThat(core.onPushTooLarge()).isTrue();
    assertThat(next().mutations()).hasSize(1);
    assertThat(core.onPushTooLarge()).isFalse();
    assertThat(next().mutations()).hasSize(1);
  }

  private PushRequest next() {
    return core.nextPush(NOW).orElseThrow();
  }

  private void submit(int many) {
    Actor.Member author =
        new Actor.Member(new UserId(UUID.randomUUID()), Role.USER, UUID.randomUUID());
    for (int i = 0; i < many; i++) {
      core.submit(
          new Change.Create(
              new RowKey(Entity.PROSPECT, ids.next()),
              new TreeMap<>(Map.of("email", Value.text("p" + i + "@b.io")))),
          author,
          NOW);
    }
  }
}
