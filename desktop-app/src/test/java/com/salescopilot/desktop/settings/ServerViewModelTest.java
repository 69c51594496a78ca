package com.salescopilot.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.QuietServer;
import com.salescopilot.desktop.settings.ServerViewModel.Mode;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerViewModelTest {
  @TempDir Path scratch;

  private final Toasts toasts = new Toasts();
  private DeskFixture desk;
  private ServerViewModel model;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    model =
        new ServerViewModel(
            desk.desk(),
            new Async(Runnable::run, Runnable::run),
            toasts,
            new Texts(Locale.ENGLISH),
            ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Mode mode() {
    return model.link().get().mode();
  }

  @Test
  void before_somebody_signs_in_there_is_no_connection_to_turn_off() {
    try (Subscription _ = model.start()) {
      assertThat(mode()).isEqualTo(Mode.SIGNED_OUT);
      assertThat(model.link().get().words()).isEqualTo("Sign in to sync");
      model.turn();
      assertThat(mode()).isEqualTo(Mode.SIGNED_OUT);
    }
  }

  @Test
  void one_can_work_offline_by_choice_and_go_back() {
    try (Subscription _ = model.start();
        QuietServer server = new QuietServer()) {
      server.signIn(desk.desk());
      await().until(() -> mode() == Mode.ONLINE);
      model.turn();
      assertThat(mode()).isEqualTo(Mode.OFFLINE);
      assertThat(model.link().get().words()).isEqualTo("Working offline");
      model.turn();
      assertThat(mode()).isEqualTo(Mode.ONLINE);
    }
  }

  @Test
  void a_sync_that_cannot_be_done_says_that_nothing_is_lost() {
    model.syncNow();
    assertThat(model.busy().get()).isFalse();
    assertThat(toasts.log().getFirst().kind()).isEqualTo(Toasts.Kind.PROBLEM);
    assertThat(toasts.log().getFirst().text())
        .isEqualTo(
            "This could not be done now; what waits stays on this machine and goes on waiting."
                + " Sign in to go on; your changes are safe on this machine.");
  }
}
