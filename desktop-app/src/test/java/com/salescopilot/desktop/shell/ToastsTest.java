package com.salescopilot.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToastsTest {
  @TempDir Path scratch;

  @Test
  void the_end_of_one_that_is_gone_leaves_a_later_one_that_says_the_same() {
    Toasts toasts = new Toasts();
    toasts.done("Done.");
    Toasts.Toast first = toasts.shown().getFirst();
    toasts.shown().clear();
    toasts.done("Done.");
    toasts.dismiss(first);
    assertThat(toasts.shown()).hasSize(1);
  }

  @Test
  void what_is_said_twice_goes_twice() {
    try (DeskFixture desk = DeskFixture.ofAda(scratch.resolve("profile"));
        Ui ui = Ui.open(desk.desk(), Ui.Setting.USUAL)) {
      Toasts toasts = ui.graph().toasts();
      Ui.run(
          () -> {
            toasts.done("Done.");
            toasts.done("Done.");
          });
      ui.until("both are said", () -> ui.says(".toasts").equals("Done. | Done."));
      Ui.run(toasts.shown()::clear);
      assertThat(ui.says(".toasts")).isEmpty();
    }
  }
}
