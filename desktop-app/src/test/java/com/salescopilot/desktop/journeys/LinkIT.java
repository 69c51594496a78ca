package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links from elsewhere, at the start and while the window is there.
final class LinkIT {
  @TempDir Path scratch;

  @Test
  void a_link_opens_its_screen_in_the_one_window() {
    Path profile = scratch.resolve("profile");
    UUID bo;
    try (DeskFixture desk = DeskFixture.ofAda(profile)) {
      bo =
          desk.edits()
              .create(Entity.PROSPECT, Map.of("email", "bo@b.example", "firstName", "Bo"))
              .row()
              .id();
    }
    try (AppProcess app = AppProcess.start(profile, "", "salescopilot://prospect/" + bo)) {
      app.reads("#name", "Bo");
      assertThat(AppProcess.second(profile, "salescopilot://compose?to=bo@b.example")).isZero();
      app.reads("#people", "Bo");
      assertThat(AppProcess.second(profile, "salescopilot://compose?to=eve@c.example")).isZero();
      app.reads("#people", "eve@c.example", "Create prospect").shows(".chip.unknown");
      assertThat(AppProcess.second(profile, "salescopilot://format?disk=1")).isZero();
      app.reads(".toasts", "leads to nothing here").shows("#feed");
    }
  }
}
