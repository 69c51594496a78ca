package com.salescopilot.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.MapClientStore;
import com.salescopilot.model.id.UuidV7;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server that does not serve this program or this person any more, over real HTTP.
final class UnservedTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-09-01T08:00:00Z"));

  @ParameterizedTest
  @CsvSource({"426, CLIENT_OLDER", "409, SERVER_OLDER", "403, MEMBER_REMOVED"})
  void it_is_said_why_and_nobody_asks_again_and_again(int status, SyncState.Reason reason)
      throws IOException {
    UuidV7 ids = new UuidV7(CLOCK, new Random(3));
    ClientCore core = new ClientCore(new MapClientStore(UUID.randomUUID()), ids::next);
    try (NarrowServer server = NarrowServer.refusing(status, reason.name());
        SyncEngine engine = new SyncEngine(core, CLOCK, new Random(4))) {
      engine.signedIn(server.session(CLOCK));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> engine.state().equals(new SyncState.Stopped(reason, 0)));
      assertThat(server.refused()).isEqualTo(1);
      engine.goOnline(); // somebody has renewed what was old, or wants to know
      await().atMost(Duration.ofSeconds(30)).until(() -> server.refused() == 2);
    }
  }
}
