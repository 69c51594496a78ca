package com.salescopilot.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// The server as a process of its own, as a user starts it: only its streams, its exit code and its
/// ports are seen.
public final class ServerProcess implements AutoCloseable {
  /// What Java is told where the server is installed.
  public static final List<String> DISTRIBUTION =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Xmx512m",
          "-XX:MaxDirectMemorySize=64m");

  private static final Duration READY = Duration.ofSeconds(90);
  private static final Duration END = Duration.ofSeconds(60);
  private static final Path BINARIES = Path.of("target", "postgres", "binaries").toAbsolutePath();

  private final Process process;
  private final Path errors;
  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private ServerProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    Thread.ofVirtual().start(this::listen);
  }

  /// Starts a command; settings are those given, free ports, and nothing of the environment.
  ///
  /// @param scratch an existing directory for what the process says on stderr
  public static ServerProcess start(Path scratch, Map<String, String> settings, String... command) {
    return start(List.of("-XX:TieredStopAtLevel=1"), scratch, settings, command);
  }

  /// The same with these options of Java.
  public static ServerProcess start(
      List<String> java, Path scratch, Map<String, String> settings, String... command) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(java);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add(Main.class.getName());
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(name -> name.startsWith("SC_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "SC_PORT", "0",
                "SC_TRACKING_PORT", "0",
                "SC_ADMIN_PORT", "0",
                "SC_POSTGRES_BINARIES", BINARIES.toString()));
    builder.environment().putAll(settings);
    try {
      Path errors = Files.createTempFile(scratch, "stderr", ".log");
      return new ServerProcess(builder.redirectError(errors.toFile()).start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        synchronized (lines) {
          lines.add(line);
        }
        if (line.startsWith("READY ")) {
          ready.complete(line);
        }
      }
    } catch (IOException e) {
      // the process is gone, as the end of its output says too
    }
    ready.completeExceptionally(new IllegalStateException("it ended before it was ready"));
  }

  /// Waits for the READY line.
  public ServerProcess awaitReady() {
    try {
      String _ = ready.get(READY.toSeconds(), TimeUnit.SECONDS);
      return this;
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("not ready: " + stderr(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// An address of the READY line.
  ///
  /// @param name `api`, `tracking` or `admin`
  public URI at(String name) {
    return URI.create(value("READY", name));
  }

  /// The number of the process.
  public long pid() {
    return process.pid();
  }

  /// The memory that it holds now, in MiB; on Linux alone.
  public double residentMebibytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1_024.0;
      }
    }
    throw new AssertionError("no VmRSS");
  }

  /// What stands behind `name=` in the line of output that begins with a word.
  public String value(String word, String name) {
    String line = stdout().stream().filter(l -> l.startsWith(word + " ")).findFirst().orElseThrow();
    var matcher = Pattern.compile("(?:^| )" + name + "=(\\S+)").matcher(line);
    if (!matcher.find()) {
      throw new AssertionError(name + " is missing in: " + line);
    }
    return matcher.group(1);
  }

  /// What it said on standard output so far.
  public List<String> stdout() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /// What it said on standard error so far.
  public String stderr() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends SIGTERM.
  public void terminate() {
    process.destroy();
  }

  /// Sends SIGKILL and waits for the end.
  public void kill() {
    process.destroyForcibly();
    int _ = exitCode();
  }

  /// Waits for the end.
  public int exitCode() {
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end: " + stderr());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Asks the process something over HTTP.
  public static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Ends it in order, and by force if that takes too long.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
