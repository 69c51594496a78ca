package com.salescopilot.desktop.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PulseWatchTest {
  private static final Duration LONG = Duration.ofMillis(300);

  @TempDir Path scratch;

  @Test
  void work_on_the_screens_thread_is_noted_with_what_it_did() {
    Ui.startToolkit();
    PulseWatch watch = PulseWatch.start();
    Ui.run(PulseWatchTest::work);
    assertThat(watch.stop())
        .anySatisfy(
            stall -> {
              assertThat(stall.worked()).isGreaterThan(PulseWatch.LIMIT);
              assertThat(stall.doing()).anyMatch(frame -> frame.getMethodName().equals("work"));
            });
  }

  @Test
  void waiting_on_the_screens_thread_is_noted_too() {
    Ui.startToolkit();
    PulseWatch watch = PulseWatch.start();
    Ui.run(PulseWatchTest::block);
    assertThat(watch.stop())
        .anySatisfy(stall -> assertThat(stall.lasted()).isGreaterThan(PulseWatch.LIMIT));
  }

  @Test
  void a_free_thread_is_not() {
    Ui.startToolkit();
    PulseWatch watch = PulseWatch.start();
    for (int i = 0; i < 50; i++) {
      Ui.run(() -> {});
    }
    assertThat(watch.stop()).isEmpty();
  }

  @Test
  void typing_in_the_palette_and_the_search_over_ten_thousand_people_never_holds_the_screen() {
    try (DeskFixture desk = DeskFixture.ofAda(scratch)) {
      desk.arrived(IntStream.range(0, 10_000).mapToObj(i -> person(desk, i)).toList());
      try (Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL).go(new Route.Prospects())) {
        ui.type("warm").fill("#search", "");
        ui.press(KeyCode.CONTROL, KeyCode.K).type("per").press(KeyCode.ESCAPE);
        PulseWatch watch = PulseWatch.start();
        ui.fill("#search", "person 12");
        ui.press(KeyCode.CONTROL, KeyCode.K).type("person 9");
        ui.press(KeyCode.DOWN).press(KeyCode.ESCAPE);
        assertThat(watch.stop()).isEmpty();
      }
    }
  }

  private static Doc person(DeskFixture desk, int number) {
    return new Doc(Entity.PROSPECT, desk.desk().newId(), 1, new TreeMap<>())
        .with("email", "p" + number + "@b.example")
        .with("firstName", "Person")
        .with("lastName", Integer.toString(number));
  }

  private static void work() {
    // by its own clock: the machine may be busy with other things
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long until = threads.getCurrentThreadCpuTime() + LONG.toNanos();
    long sum = 0;
    while (threads.getCurrentThreadCpuTime() < until) {
      sum += List.of(sum).hashCode();
    }
  }

  private static void block() {
    try {
      boolean _ = new CountDownLatch(1).await(LONG.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
