package com.salescopilot.server;

import com.salescopilot.server.db.DatabaseLogin;
import com.salescopilot.server.http.Listeners;
import com.salescopilot.server.keys.MasterKeys;
import com.salescopilot.server.log.JsonLog;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The server as `serve` puts it together, in this process, on its own durable PostgreSQL: what a
/// benchmark measures.
public final class BenchServer implements AutoCloseable {
  private static final String BINARIES = Path.of("target", "postgres", "binaries").toString();

  private final Lifecycle lifecycle;
  private final Core core;
  private final Listeners.Addresses at;

  private BenchServer(Lifecycle lifecycle, Core core, Listeners.Addresses at) {
    this.lifecycle = lifecycle;
    this.core = core;
    this.at = at;
  }

  /// Starts it.
  ///
  /// @param directory for everything it keeps
  public static BenchServer start(Path directory, Map<String, String> settings) throws Exception {
    JsonLog.install();
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(Map.of("SC_PORT", "0", "SC_TRACKING_PORT", "0", "SC_ADMIN_PORT", "0"));
    all.put("SC_DATA_DIR", directory.toString());
    all.put("SC_POSTGRES_BINARIES", BINARIES);
    Lifecycle lifecycle = new Lifecycle();
    try {
      Core core = Core.start(ServerConfig.read(all), lifecycle);
      return new BenchServer(lifecycle, core, Wiring.serve(core, lifecycle).at());
    } catch (Exception e) {
      lifecycle.stop();
      throw e;
    }
  }

  /// Where its listeners stand.
  public Listeners.Addresses at() {
    return at;
  }

  /// Its keys, to open what a mail's pixel opens.
  public MasterKeys keys() {
    return core.base().keys();
  }

  /// Its database, for the reference and for counting.
  public DatabaseLogin login() {
    return core.base().login();
  }

  @Override
  public void close() {
    lifecycle.stop();
  }
}
