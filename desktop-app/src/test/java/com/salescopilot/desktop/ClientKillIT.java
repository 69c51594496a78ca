package com.salescopilot.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.desktop.network.TestServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of the client right after an acknowledgement, offline and in the middle of syncing:
/// nothing it acknowledged is lost, and nothing is done twice.
final class ClientKillIT {
  @RegisterExtension static final TestServer server = new TestServer();

  @TempDir Path scratch;

  @Test
  void in_25_kills_no_acknowledged_edit_is_lost_or_doubled() {
    kill(25);
  }

  @Test
  @Tag("long")
  void in_500_kills_no_acknowledged_edit_is_lost_or_doubled() {
    kill(500);
  }

  private void kill(int kills) {
    long seed = System.nanoTime();
    System.out.println("ClientKillIT: seed " + seed);
    try (KillTrial trial = new KillTrial(scratch, server, seed)) {
      int done = 0;
      while (done < kills) {
        trial.editAndKill(() -> {});
        done++;
        trial.restartAndCheck();
        if (done % 2 == 0) {
          trial.goOnline();
        }
      }
      trial.assertEverywhereOnce();
      System.out.println(
          "ClientKillIT: %d kills, %d acknowledged edits, 0 lost, 0 doubled"
              .formatted(done, trial.acknowledged()));
      assertThat(done).isEqualTo(kills);
    }
  }

  /// The control: what a store would leave behind that acknowledges before the disk has it.
  @Test
  void an_edit_that_had_not_reached_the_disk_is_missed() {
    AtomicReference<Path> before = new AtomicReference<>();
    for (int i = 0; i < 3; i++) {
      try (KillTrial trial = new KillTrial(scratch.resolve("control-" + i), server, i)) {
        trial.editAndKill(() -> before.set(trial.copyOfStore()));
        trial.putBack(before.get());
        assertThatThrownBy(trial::restartAndCheck)
            .isInstanceOf(AssertionError.class)
            .hasMessageContaining("acknowledged edits that are lost");
      }
    }
  }
}
