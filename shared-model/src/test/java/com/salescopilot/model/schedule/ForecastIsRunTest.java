package com.salescopilot.model.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What was forecast is what happens, instant by instant, also where clocks change on the way.
final class ForecastIsRunTest {
  private static final long SEED = 20_261_128;

  @Test
  void what_was_forecast_leaves_at_its_instant() {
    live(50);
  }

  @Tag("long")
  @Test
  void what_was_forecast_leaves_at_its_instant_in_a_thousand_campaigns() {
    live(550);
  }

  private static void live(int scenes) {
    long mails = 0;
    long ticks = 0;
    int campaigns = 0;
    for (long seed = SEED; seed < SEED + scenes; seed++) {
      RandomScene scene = new RandomScene(seed, RandomScene.Rows.NONE);
      Plan plan = Planner.plan(scene.state, scene.now, scene.workspace, scene.horizon);
      VirtualRun run = new VirtualRun(scene.state, scene.workspace, seed);
      List<String> left = run.until(scene.now, scene.horizon);
      assertThat(left)
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(
              plan.slots().stream().map(slot -> slot.emailId() + " " + slot.at()).toList());
      mails += left.size();
      ticks += run.ticks();
      campaigns += scene.state.campaigns().size();
    }
    System.getLogger(ForecastIsRunTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            "{0} campaigns, {1} mails in {2} ticks: as forecast",
            campaigns,
            mails,
            ticks);
    assertThat(mails).isGreaterThan(scenes);
  }
}
