package com.salescopilot.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script that the README shows still does the main job with the two jars as they are packed.
@Tag("long")
@DisabledOnOs(OS.WINDOWS)
final class JourneyScriptIT {
  private static final Path SCRIPT = Path.of("..", "docs", "journey.sh");

  @TempDir Path scratch;

  @Test
  void the_script_passes() throws Exception {
    assumeTrue(Files.exists(Path.of("..", "sync-server", "target", "sync-server.jar")), "no jar");
    assumeTrue(
        run("bash", "-c", "curl --version | grep -qw imap").code() == 0, "no curl with IMAP");
    Run run = run("bash", SCRIPT.toString());
    assertThat(run.output()).endsWith("PASSED\n");
    assertThat(run.code()).isZero();
  }

  private record Run(int code, String output) {}

  private Run run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(scratch, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TMPDIR", scratch.toString());
    Process process = builder.redirectOutput(output.toFile()).start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Run(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
