package com.salescopilot.desktop.synccentre;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrashViewModelTest {
  @TempDir Path scratch;

  private final Toasts toasts = new Toasts();

  @Test
  void without_the_server_it_shows_what_was_deleted_here_and_says_that_there_is_more() {
    try (DeskFixture desk = DeskFixture.ofAda(scratch)) {
      Troubles troubles = new Troubles(desk);
      TrashViewModel model =
          new TrashViewModel(
              desk.desk(),
              desk.edits(),
              new Async(Runnable::run, Runnable::run),
              toasts,
              new Texts(Locale.ENGLISH),
              ZoneOffset.UTC);
      model.refresh();
      assertThat(model.load().get()).isEqualTo(new Load.Empty(false));
      assertThat(model.notice().get()).contains("kept by the server");

      UUID bo = troubles.prospect("Bo", "Berg");
      desk.edits().delete(troubles.row(bo));
      model.refresh();
      assertThat(model.rows())
          .extracting(TrashViewModel.Buried::name)
          .containsExactly("Prospect Bo Berg");
      model.restore(model.rows().getFirst());
      assertThat(desk.row(new RowKey(Entity.PROSPECT, bo)).orElseThrow().text("firstName"))
          .contains("Bo");
      assertThat(model.rows()).isEmpty();
      assertThat(toasts.undo()).isEmpty();
      assertThat(desk.row(new RowKey(Entity.PROSPECT, bo))).isEmpty();
    }
  }
}
