package com.salescopilot.desktop.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.server.db.TestDatabase;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What the simulator promises in virtual time, on SQLite files, PostgreSQL, HTTP and processes:
/// after any storm all machines hold the same, outboxes are empty, and every acknowledged edit is
/// there once.
@Tag("long")
final class StormIT {
  private static final int FEW = 2;
  private static final int MANY = Integer.getInteger("storm.seeds", 20);
  private static final int STEPS = 200;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TwoServers servers = new TwoServers(db);

  @TempDir Path scratch;

  @Test
  void after_a_storm_all_is_there_once_and_the_same_everywhere() {
    Map<Trouble, Integer> counts = storms(1, FEW);
    assertThat(counts).containsKeys(Trouble.REQUEST_LOST, Trouble.SERVER_KILLED);
  }

  @Test
  void and_after_twenty_in_which_everything_went_wrong() {
    Map<Trouble, Integer> counts = storms(101, MANY);
    assertThat(Weather.never(counts)).as("what never went wrong").isEmpty();
  }

  /// The control: what is lost with both files is missed.
  @Test
  void an_edit_that_is_lost_is_missed() {
    try (Storm storm = new Storm(0, scratch, servers)) {
      storm.loseAnEdit();
      assertThatThrownBy(() -> storm.calm(new ServerLog(db)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("acknowledged edits that no server has");
    }
  }

  private Map<Trouble, Integer> storms(long first, int many) {
    Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);
    int acknowledged = 0;
    long begun = System.nanoTime();
    for (long seed = first; seed < first + many; seed++) {
      try (Storm storm = new Storm(seed, scratch.resolve("storm-" + seed), servers)) {
        storm.rage(STEPS);
        storm.calm(new ServerLog(db));
        storm.counts().forEach((trouble, n) -> counts.merge(trouble, n, Integer::sum));
        acknowledged += storm.acknowledged();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("storm of seed " + seed, e);
      }
    }
    System.out.printf(
        "StormIT: %d seeds in %.1f s, %d acknowledged edits, 0 lost, 0 doubled; %s%n",
        many, (System.nanoTime() - begun) / 1e9, acknowledged, counts);
    return counts;
  }
}
