package com.salescopilot.desktop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `mvn -Pdemo` does where there is no display.
final class TourIT {
  @TempDir Path scratch;

  @Test
  void the_tour_does_the_main_job_and_leaves_a_picture_of_each_screen_in_both_themes()
      throws Exception {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Path pictures = scratch.resolve("pictures");
    try (ServerProcess server = ServerProcess.start(scratch, Map.of(), "demo").awaitReady()) {
      new Tour(
              server,
              scratch.resolve("profile"),
              pictures,
              new PrintStream(told, true, StandardCharsets.UTF_8))
          .run();
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("The mail is there, once");
    for (String name : new String[] {"login", "prospects", "sync"}) {
      assertThat(pictures.resolve(name + ".png")).isNotEmptyFile();
      assertThat(pictures.resolve(name + "-dark.png")).isNotEmptyFile();
    }
  }
}
