package com.salescopilot.desktop;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.salescopilot.model.value.ValueJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The packed client without a window as a process of its own: a line in, a line out, and a SIGKILL
/// whenever a test likes.
public final class ClientProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String ENDED = "";

  private final ObjectMapper json = new ObjectMapper();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Process process;
  private final BufferedWriter commands;
  private final Path errors;

  private ClientProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::listen);
  }

  /// Starts on a profile, new or used before.
  ///
  /// @param profile the directory of the client's files
  public static ClientProcess start(Path profile) {
    Path jar = Path.of(requireNonNull(System.getProperty("desktop.jar"), "desktop.jar is not set"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            jar.toString(),
            "--headless");
    builder.environment().keySet().removeIf(name -> name.startsWith("SC_"));
    builder.environment().put("SC_PROFILE_DIR", profile.toString());
    try {
      Files.createDirectories(profile);
      Path errors = profile.resolveSibling(profile.getFileName() + ".stderr");
      builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
      return new ClientProcess(builder.start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        answers.add(line);
      }
    } catch (IOException e) {
      // killed; what it had answered is here
    }
    answers.add(ENDED);
  }

  /// Gives a command and waits for its answer, whatever it is.
  public JsonNode ask(String command, Map<String, ?> members) {
    tell(command, members);
    return answer();
  }

  /// Gives a command that must not be refused.
  public JsonNode done(String command, Map<String, ?> members) {
    JsonNode answer = ask(command, members);
    if (answer.has("error")) {
      throw new AssertionError(command + " " + members + " was refused: " + answer);
    }
    return answer;
  }

  /// Gives a command without members that must not be refused.
  public JsonNode done(String command) {
    return done(command, Map.of());
  }

  /// Gives a command and does not wait.
  public void tell(String command, Map<String, ?> members) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("cmd", command);
    line.putAll(members);
    try {
      commands.write(json.writeValueAsString(line) + "\n");
      commands.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the client is gone: " + stderr(), e);
    }
  }

  /// The next answer.
  public JsonNode answer() {
    try {
      String line = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (line == null || line.equals(ENDED)) {
        throw new AssertionError((line == null ? "no answer: " : "it ended: ") + stderr());
      }
      return ValueJson.tree(line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// A row as this client shows it; missing if it knows none.
  public JsonNode row(String entity, String id) {
    return ask("get", Map.of("entity", entity, "id", id)).path("row");
  }

  /// Every synced row, one canonical line each.
  public List<String> dump() {
    return done("dump").path("dump").valueStream().map(JsonNode::asText).toList();
  }

  /// What it said on standard error, in all its lives.
  public String stderr() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends SIGKILL and waits for the end.
  public void kill() {
    process.destroyForcibly();
    int _ = exitCode();
  }

  /// Waits for the end.
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end: " + stderr());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Ends its input, and it by force if it does not follow.
  @Override
  public void close() {
    try {
      commands.close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
