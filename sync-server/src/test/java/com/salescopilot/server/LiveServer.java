package com.salescopilot.server;

import static java.util.Objects.requireNonNull;

import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.http.Listeners;
import com.salescopilot.server.http.RouteTable;
import com.salescopilot.server.keys.KeyFile;
import com.salescopilot.server.keys.MasterKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The server as `serve` puts it together, in this process and on the database of a test class:
/// sign-in, tokens, consumers, all three listeners. It has no relay, so no mail leaves.
///
/// ```
/// @Order(1) @RegisterExtension static final TestDatabase db = new TestDatabase();
/// @Order(2) @RegisterExtension static final LiveServer server = new LiveServer(db);
/// ```
public final class LiveServer implements BeforeAllCallback, AfterAllCallback {
  private final TestDatabase db;
  private final Map<String, String> more;
  private final Lifecycle lifecycle = new Lifecycle();
  private @Nullable Path directory;
  private Wiring.@Nullable Served served;

  /// A server that starts with the class.
  public LiveServer(TestDatabase db) {
    this(db, Map.of());
  }

  /// One with more settings.
  public LiveServer(TestDatabase db, Map<String, String> more) {
    this.db = db;
    this.more = Map.copyOf(more);
  }

  /// Which of the three listeners a route answers on.
  public enum Surface {
    API,
    TRACKING,
    ADMIN
  }

  /// Where a listener stands.
  public URI at(Surface surface) {
    Listeners.Addresses at = requireNonNull(served).at();
    return switch (surface) {
      case API -> at.api();
      case TRACKING -> at.tracking();
      case ADMIN -> at.admin();
    };
  }

  /// Every route, by the listener that it answers on.
  public Map<Surface, List<RouteTable.Route>> routes() {
    var surfaces = requireNonNull(served).surfaces();
    Map<Surface, List<RouteTable.Route>> routes = new LinkedHashMap<>();
    routes.put(Surface.API, surfaces.apiRoutes());
    routes.put(Surface.TRACKING, surfaces.trackingRoutes());
    routes.put(Surface.ADMIN, surfaces.adminRoutes());
    return routes;
  }

  /// The server's master keys, to make what only it could.
  public MasterKeys keys() {
    return new KeyFile(requireNonNull(directory).resolve("master.key")).read().orElseThrow();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    directory = Files.createTempDirectory("live-server");
    Map<String, String> settings = new HashMap<>(more);
    for (String port : List.of("SC_PORT", "SC_TRACKING_PORT", "SC_ADMIN_PORT")) {
      settings.put(port, "0");
    }
    settings.put("SC_DATA_DIR", directory.toString());
    settings.put("SC_DATABASE_URL", db.login().url());
    settings.put("SC_DATABASE_USER", db.login().user());
    settings.put("SC_DATABASE_PASSWORD", db.login().password());
    served = Wiring.serve(Core.start(ServerConfig.read(settings), lifecycle), lifecycle);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    lifecycle.stop();
    if (directory != null) {
      Files.walkFileTree(directory, new Sweep());
    }
  }

  private static final class Sweep extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
