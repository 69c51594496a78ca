package com.salescopilot.desktop.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VmCrashTest {
  @TempDir Path place;
  @TempDir Path profile;

  private List<Path> taken() {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-31T09:00:00Z"));
    Path missing = place.resolve("missing");
    return VmCrash.taken(
        List.of(missing, place, place), new CrashFile(profile, clock, Map.of(), List::of));
  }

  private Path died(int process, String command) throws IOException {
    Path file = place.resolve("hs_err_pid" + process + ".log");
    String text = "# SIGSEGV \u00ff\n\njvm_args: -Xmx512m\njava_command: " + command + "\n";
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    return file;
  }

  @Test
  void what_the_virtual_machine_left_is_taken_to_the_crash_files_once() throws Exception {
    Path first = died(7, "com.salescopilot.desktop.Main");
    Path second = died(8, "/opt/sales-copilot/desktop-app-1.0.jar salescopilot://prospect/1");
    assertThat(taken())
        .containsExactlyInAnyOrder(
            profile.resolve("crash/20260331-090000-000-hs_err_pid7.log"),
            profile.resolve("crash/20260331-090000-000-hs_err_pid8.log"))
        .allSatisfy(file -> assertThat(file).exists());
    assertThat(first).doesNotExist();
    assertThat(second).doesNotExist();
    assertThat(taken()).isEmpty();
  }

  @Test
  void what_other_programs_left_stays() throws Exception {
    Path other = died(9, "org.example.Main /work/desktop-app/notes.txt");
    Files.writeString(place.resolve("hs_err_pid10.log"), "");
    assertThat(taken()).isEmpty();
    assertThat(other).exists();
  }
}
