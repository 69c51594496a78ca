package com.salescopilot.desktop.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this program keeps its files.
public final class AppDirs {
  private AppDirs() {}

  /// The profile directory: `SC_PROFILE_DIR`, or where this operating system keeps a program's
  /// data.
  ///
  /// @param environment the environment variables
  /// @param system the name of the operating system, as in `os.name`
  /// @param home the user's directory
  public static Path profile(Map<String, String> environment, String system, Path home) {
    String chosen = environment.getOrDefault("SC_PROFILE_DIR", "");
    if (!chosen.isBlank()) {
      return Path.of(chosen).toAbsolutePath();
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Sales Copilot");
    }
    if (name.startsWith("windows")) {
      return in(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Sales Copilot");
    }
    return in(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("sales-copilot");
  }

  private static Path in(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }
}
