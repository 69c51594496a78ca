package com.salescopilot.desktop.headless;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.desktop.store.Account;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.sync.Role;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The client without a window inside this process: a line in, an answer out. Quotes may be single
/// ones, so that a command reads well in Java.
public final class Console implements AutoCloseable {
  static final Account ANNA =
      new Account(
          "http://127.0.0.1:1",
          UserId.parse("01970000-0000-7000-8000-0000000000aa"),
          WorkspaceId.parse("01970000-0000-7000-8000-0000000000bb"),
          "anna@example.com",
          "Anna",
          "Berg",
          Role.ADMIN);

  private final Path directory;
  private final Profile profile;
  private final Headless headless;

  private Console(Path directory, Profile profile, Headless headless) {
    this.directory = directory;
    this.profile = profile;
    this.headless = headless;
  }

  /// Starts on a profile as its last user left it.
  public static Console start(Path directory, InstantSource clock) {
    UuidV7 ids = new UuidV7(clock, RandomGenerator.getDefault());
    Profile profile = Profile.open(directory, clock, ids::next);
    return new Console(
        directory,
        profile,
        new Headless(profile, clock, ids::next, RandomGenerator.getDefault(), Optional.empty()));
  }

  /// Starts on a profile where Anna has worked before, although no server knows her.
  static Console anna(Path directory) {
    Clock clock = new Clock();
    try (Profile profile = Profile.open(directory, clock, Console::unused)) {
      profile.remember(ANNA);
    }
    return start(directory, clock);
  }

  private static UUID unused() {
    throw new AssertionError("no store is opened here");
  }

  /// A clock that moves when a test says so.
  public static final class Clock implements InstantSource {
    private final AtomicReference<Instant> now =
        new AtomicReference<>(Instant.parse("2026-09-01T08:00:00Z"));

    @Override
    public Instant instant() {
      return now.get();
    }

    /// Lets time pass.
    public void pass(Duration time) {
      now.updateAndGet(instant -> instant.plus(time));
    }
  }

  Headless headless() {
    return headless;
  }

  /// The answer to a line, whatever it is.
  public JsonNode ask(String line) {
    return ValueJson.tree(headless.answer(line.replace('\'', '"')));
  }

  /// The answer to a command that must not be refused.
  public JsonNode done(String line) {
    JsonNode answer = ask(line);
    if (answer.has("error")) {
      throw new AssertionError(line + " was refused: " + answer);
    }
    return answer;
  }

  /// Makes a prospect with this address.
  ///
  /// @return its id
  public String prospect(String email) {
    return done("{'cmd':'create','entity':'prospect','fields':{'email':'" + email + "'}}")
        .path("id")
        .asText();
  }

  /// Sets one text of a row.
  public JsonNode patch(String entity, String id, String field, String text) {
    return ask(
        "{'cmd':'patch','entity':'%s','id':'%s','fields':{'%s':'%s'}}"
            .formatted(entity, id, field, text));
  }

  /// A row as it is shown; missing if there is none.
  public JsonNode row(String entity, String id) {
    return ask("{'cmd':'get','entity':'" + entity + "','id':'" + id + "'}").path("row");
  }

  /// What waits for the server.
  public List<JsonNode> outbox() {
    return done("{'cmd':'outbox'}").path("items").valueStream().toList();
  }

  /// What is to be reviewed.
  public List<JsonNode> conflicts() {
    return done("{'cmd':'conflicts'}").path("items").valueStream().toList();
  }

  /// Every synced row, one canonical line each.
  public List<String> dump() {
    return done("{'cmd':'dump'}").path("dump").valueStream().map(JsonNode::asText).toList();
  }

  /// The files as a crash at this moment would leave them.
  public Path crashed() {
    Path copy = directory.resolveSibling("crashed-" + System.nanoTime());
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(directory.relativize(file)));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    headless.close();
    profile.close();
  }
}
