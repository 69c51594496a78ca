package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The end of the program as its own process, asked for as by the window's cross, and what the next
/// start finds.
final class QuitIT {
  @TempDir Path scratch;

  private Path profile() {
    return scratch.resolve("profile");
  }

  private static UUID bo(DeskFixture desk) {
    return desk.edits()
        .create(Entity.PROSPECT, Map.of("email", "bo@b.example", "firstName", "Bo"))
        .row()
        .id();
  }

  @Test
  void a_mail_that_stays_behind_is_asked_about_and_still_waits_at_the_next_start() {
    try (DeskFixture desk = DeskFixture.ofAda(profile())) {
      UUID draft =
          desk.edits()
              .create(
                  Entity.EMAIL_DRAFT,
                  Map.of(
                      "prospectId", bo(desk).toString(),
                      "subject", "Hi",
                      "bodyHtml", "<p>Hello</p>"))
              .row()
              .id();
      desk.edits().submit(new Letters(desk.desk()).send(draft, 10));
    }
    try (AppProcess app = AppProcess.start(profile(), "")) {
      app.leave().reads("#quit-question", "1 mail leaves at the next start");
      app.press("Enter").shows("#feed");
      assertThat(app.sees("#quit-question")).isFalse();
      app.leave().shows("#quit-question").press("Tab");
      app.last("press", "Enter");
      assertThat(app.exitCode()).isZero();
    }
    try (DeskFixture desk = DeskFixture.ofAda(profile())) {
      assertThat(desk.desk().mailsWaiting()).isOne();
    }
  }

  @Test
  void what_was_typed_in_the_last_moment_is_kept() {
    try (DeskFixture desk = DeskFixture.ofAda(profile())) {
      bo(desk);
    }
    try (AppProcess app =
        AppProcess.start(profile(), "", "salescopilot://compose?to=bo@b.example")) {
      app.reads("#people", "Bo").fill("#subject", "The very last words");
      app.quit();
      assertThat(app.exitCode()).isZero();
    }
    try (DeskFixture desk = DeskFixture.ofAda(profile())) {
      var store = desk.desk().store();
      long[] drafts = store.keys(Entity.EMAIL_DRAFT, ListQuery.of(""));
      assertThat(store.rows(Entity.EMAIL_DRAFT, drafts).values())
          .singleElement()
          .satisfies((Doc row) -> assertThat(row.text("subject")).contains("The very last words"));
    }
  }

  @Test
  void what_the_virtual_machine_left_when_it_died_is_offered_once() throws Exception {
    try (DeskFixture desk = DeskFixture.ofAda(profile())) {
      bo(desk);
    }
    Path left = AppProcess.temporary(profile()).resolve("hs_err_pid4711.log");
    Files.createDirectories(AppProcess.temporary(profile()));
    Files.writeString(left, "# SIGSEGV\njava_command: com.salescopilot.desktop.Main\n");
    try (AppProcess app = AppProcess.start(profile(), "")) {
      app.reads(".toasts", "broke down last time", "hs_err_pid4711.log");
      app.picture(Path.of("target", "pictures", "broke-down.png"));
      app.quit();
      assertThat(app.exitCode()).isZero();
    }
    assertThat(left).doesNotExist();
    try (Stream<Path> kept = Files.list(profile().resolve("crash"))) {
      List<String> names = kept.map(file -> file.getFileName().toString()).toList();
      assertThat(names).anyMatch(name -> name.endsWith("hs_err_pid4711.log"));
    }
    try (AppProcess app = AppProcess.start(profile(), "")) {
      app.shows("#feed");
      assertThat(app.says(".toasts")).doesNotContain("broke down");
    }
  }
}
