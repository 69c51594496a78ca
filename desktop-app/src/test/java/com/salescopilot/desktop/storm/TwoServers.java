package com.salescopilot.desktop.storm;

import static java.util.Objects.requireNonNull;

import com.salescopilot.server.ServerProcess;
import com.salescopilot.server.db.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Two server processes on one database; requests go to one and the other in turn.
///
/// ```
/// @Order(1) @RegisterExtension static final TestDatabase db = new TestDatabase();
/// @Order(2) @RegisterExtension static final TwoServers servers = new TwoServers(db);
/// ```
final class TwoServers implements BeforeAllCallback, AfterAllCallback {
  private static final int MANY = 2;

  private final TestDatabase db;
  private final List<ServerProcess> processes = new ArrayList<>();
  private final List<URI> addresses = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private @Nullable Path scratch;

  TwoServers(TestDatabase db) {
    this.db = db;
  }

  /// Where the next request goes; a process that was killed answers nobody.
  URI next() {
    return at(Math.floorMod(turn.getAndIncrement(), MANY));
  }

  private synchronized URI at(int process) {
    return addresses.get(process).resolve("api");
  }

  /// Sends SIGKILL to one and starts it again, without waiting for it.
  synchronized void kill(int process) {
    processes.get(process).kill();
    ServerProcess next = start(process);
    processes.set(process, next);
    Thread.ofVirtual().start(() -> ready(process, next));
  }

  private void ready(int process, ServerProcess started) {
    URI api = started.awaitReady().at("api");
    synchronized (this) {
      addresses.set(process, api);
    }
  }

  /// Returns when both answer.
  void awaitBoth() {
    for (int i = 0; i < MANY; i++) {
      ready(i, process(i));
    }
  }

  private synchronized ServerProcess process(int i) {
    return processes.get(i);
  }

  private Path data(int process) {
    return requireNonNull(scratch).resolve("data-" + process);
  }

  private ServerProcess start(int process) {
    Path directory = requireNonNull(scratch);
    return ServerProcess.start(
        directory,
        Map.of(
            "SC_DATA_DIR", data(process).toString(),
            "SC_DATABASE_URL", db.login().url(),
            "SC_DATABASE_USER", db.login().user(),
            "SC_DATABASE_PASSWORD", db.login().password()));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    scratch = Files.createTempDirectory("two-servers");
    for (int i = 0; i < MANY; i++) {
      if (i > 0) {
        // the first has made the keys that all must have
        Files.createDirectory(data(i));
        Path keys = Path.of("master.key");
        Files.copy(
            data(0).resolve(keys), data(i).resolve(keys), StandardCopyOption.COPY_ATTRIBUTES);
      }
      ServerProcess process = start(i);
      processes.add(process);
      addresses.add(process.awaitReady().at("api"));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    processes.forEach(ServerProcess::close);
    if (scratch != null) {
      try (Stream<Path> files = Files.walk(scratch)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
