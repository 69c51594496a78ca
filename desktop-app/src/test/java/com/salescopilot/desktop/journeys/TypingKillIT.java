package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed while somebody types without a pause. What they typed is on disk, but for
/// the last moment.
@Tag("long")
final class TypingKillIT {
  /// The wait of the composer before it writes, and the write.
  private static final Duration MOMENT = Duration.ofMillis(400 + 250);

  private static final int KILLS = 3;

  @TempDir Path scratch;

  @Test
  void who_types_without_a_pause_loses_a_moment_when_the_program_is_killed() {
    Path profile = scratch.resolve("profile");
    DeskFixture.ofAda(profile).close();
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Duration> lost = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      lost.add(killed(profile, kill, 20 + random.nextInt(20)));
    }
    System.out.println(KILLS + " kills, age of the oldest character lost: " + lost);
    assertThat(lost.stream().sorted().toList().get(KILLS / 2)) // the median
        .isLessThanOrEqualTo(MOMENT);
    try (AppProcess app = AppProcess.start(profile, "")) {
      app.click("#go-compose").click("#drafts").clickOn("—").reads("#editor", "Round");
    }
  }

  /// @return how long the oldest character that was lost had been there
  private Duration killed(Path profile, int round, int letters) {
    List<Long> typed = new ArrayList<>(); // when each character was on the screen
    String text = ("Round " + round + " " + "abcdefgh".repeat(8)).substring(0, letters);
    long end;
    try (AppProcess app = AppProcess.start(profile, "")) {
      app.click("#go-compose").click("#editor");
      for (int i = 0; i < letters; i++) {
        app.type(text.substring(i, i + 1));
        typed.add(System.nanoTime());
      }
      app.kill();
      end = System.nanoTime();
    }
    String kept = kept(profile, round);
    assertThat(text).as("what is kept is what was typed").startsWith(kept);
    return kept.length() == text.length()
        ? Duration.ZERO
        : Duration.ofNanos(end - typed.get(kept.length()));
  }

  private static String kept(Path profile, int round) {
    try (DeskFixture desk = DeskFixture.ofAda(profile)) {
      var store = desk.desk().store();
      return store
          .rows(Entity.EMAIL_DRAFT, store.keys(Entity.EMAIL_DRAFT, ListQuery.of("")))
          .values()
          .stream()
          .map((Doc row) -> row.body("text").orElse("").strip())
          .filter(text -> text.startsWith("Round " + round))
          .findFirst()
          .orElse("");
    }
  }
}
