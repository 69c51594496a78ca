package com.salescopilot.desktop.journeys;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// The program with its real window as a process of its own, on a screen that nobody sees: mouse
/// and keyboard are moved from here, and a SIGKILL comes whenever a test likes.
final class AppProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ENDED = "";

  /// What JavaFX was told here, to draw where nobody looks.
  private static final List<String> UNSEEN =
      List.of(
          "java.awt.headless",
          "glass.platform",
          "monocle.platform",
          "headless.geometry",
          "prism.order",
          "testfx.headless",
          "testfx.robot");

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Process process;
  private final BufferedWriter wishes;
  private final Path errors;

  private AppProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.wishes = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::listen);
  }

  /// Starts on a profile, new or used before, and waits for the window.
  ///
  /// @param profile the directory of the program's files
  /// @param server what stands in the field for the server's address on a new machine
  static AppProcess start(Path profile, String server, String... arguments) {
    AppProcess started = launched(profile, server, arguments);
    String first = started.answer();
    if (!first.equals("up")) {
      throw new AssertionError(first + ": " + started.stderr());
    }
    return started;
  }

  /// Starts where the program runs already.
  ///
  /// @return the code that the second start ends with
  static int second(Path profile, String... arguments) {
    return launched(profile, "", arguments).exitCode();
  }

  private static AppProcess launched(Path profile, String server, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-XX:TieredStopAtLevel=1");
    line.add("--enable-native-access=ALL-UNNAMED");
    UNSEEN.forEach(name -> line.add("-D" + name + "=" + System.getProperty(name)));
    line.addAll(List.of("-Dtestfx.robot.move_max_count=10", "-Dtestfx.robot.write_sleep=1"));
    line.add("-Djava.io.tmpdir=" + temporary(profile));
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add(DrivenApp.class.getName());
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(name -> name.startsWith("SC_"));
    builder.environment().put("SC_PROFILE_DIR", profile.toString());
    builder.environment().put("SC_SERVER_URL", server);
    builder.environment().put("SC_LANG", "en");
    builder.environment().put("SC_KEYCHAIN", "off"); // not the one of whoever runs the tests
    builder.environment().put("SC_THEME", "light");
    try {
      Files.createDirectories(profile);
      Files.createDirectories(temporary(profile));
      Path errors = profile.resolveSibling(profile.getFileName() + ".stderr");
      builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
      return new AppProcess(builder.start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the program of a profile has its temporary files: no other program finds any there.
  static Path temporary(Path profile) {
    return profile.resolveSibling("temporary");
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

  AppProcess click(String selector) {
    return done("click", selector);
  }

  /// Clicks on what is called so, or reads so.
  AppProcess clickOn(String words) {
    return done("clickOn", words);
  }

  /// Types into a field, in place of what it holds.
  AppProcess fill(String selector, String text) {
    return done("fill", selector, text);
  }

  /// Types into whatever has the focus.
  AppProcess type(String text) {
    return done("type", text);
  }

  /// Presses keys, such as `Shortcut+Enter`.
  AppProcess press(String keys) {
    return done("press", keys);
  }

  /// All that can be read in a node now; nothing if it is not there.
  String says(String selector) {
    return ask("says", selector);
  }

  /// Whether a node is there and to be seen.
  boolean sees(String selector) {
    return Boolean.parseBoolean(ask("sees", selector));
  }

  AppProcess picture(Path file) {
    return done("picture", file.toAbsolutePath().toString());
  }

  /// Waits until somebody who looks at a node reads these words there.
  AppProcess reads(String selector, String... words) {
    List<String> wanted = List.of(words);
    await("%s says %s".formatted(selector, wanted), () -> containsAll(says(selector), wanted));
    return this;
  }

  /// Waits until a node is to be seen.
  AppProcess shows(String selector) {
    await(selector + " is seen", () -> sees(selector));
    return this;
  }

  private static boolean containsAll(String said, List<String> wanted) {
    return wanted.stream().allMatch(said::contains);
  }

  private void await(String what, Callable<Boolean> condition) {
    try {
      Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(25)).until(condition);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(what + " does not come; the window says: " + says(".shell"), e);
    }
  }

  /// Signs in at the door.
  AppProcess signIn(String email, String password) {
    shows("#enter").fill("#email", email).fill("#password", password);
    return click("#enter").shows("#sync-chip").reads("#sync-chip", "Up to date");
  }

  private AppProcess done(String... wish) {
    String _ = ask(wish);
    return this;
  }

  private String ask(String... wish) {
    tell(wish);
    String answer = answer();
    if (!answer.startsWith("ok\t")) {
      throw new AssertionError(String.join(" ", wish) + ": " + answer + " " + stderr());
    }
    return answer.substring(3);
  }

  private void tell(String... wish) {
    try {
      wishes.write(String.join("\t", wish) + "\n");
      wishes.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the program is gone: " + stderr(), e);
    }
  }

  private String answer() {
    try {
      String line = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (line == null || line.equals(ENDED)) {
        throw new AssertionError((line == null ? "no answer: " : "it ended: ") + stderr());
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// What it said on standard error, in all its lives.
  String stderr() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Asks the window to close, as its cross does, where the program has an answer to that.
  AppProcess leave() {
    return done("quit", "");
  }

  /// Does the last thing of all: nobody may be there to answer.
  void last(String... wish) {
    tell(wish);
  }

  /// Asks the window to close, as its cross does.
  void quit() {
    last("quit", "");
  }

  /// Sends SIGKILL and waits for the end.
  void kill() {
    process.destroyForcibly();
    int _ = exitCode();
  }

  /// Waits for the end.
  int exitCode() {
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

  @Override
  public void close() {
    kill();
  }
}
