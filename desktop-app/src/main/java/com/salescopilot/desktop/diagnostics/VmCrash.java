package com.salescopilot.desktop.diagnostics;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the virtual machine writes when it dies itself: `hs_err_pid*.log`, where the program was
/// started or among temporary files. It is taken to the other crash files, so that it is found and
/// offered once.
public final class VmCrash {
  private static final System.Logger LOG = System.getLogger(VmCrash.class.getName());
  private static final String FILES = "hs_err_pid*.log";

  /// The line that says which program it was; other programs die where we start, too.
  private static final Pattern OURS =
      Pattern.compile(
          "java_command: (com\\.salescopilot\\.desktop\\.|\\S*desktop-app[^/\\\\\\s]*\\.jar).*");

  private VmCrash() {}

  /// Takes what is left over in some directories.
  ///
  /// @return where they are now
  public static List<Path> taken(List<Path> places, CrashFile files) {
    List<Path> taken = new ArrayList<>();
    for (Path place : places.stream().distinct().toList()) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(place, FILES)) {
        for (Path file : found) {
          take(file, files, taken);
        }
      } catch (IOException | RuntimeException e) {
        LOG.log(System.Logger.Level.INFO, "a place of old failures is unreadable", e);
      }
    }
    return taken;
  }

  private static void take(Path file, CrashFile files, List<Path> taken) {
    try {
      if (isOurs(file)) {
        taken.add(files.take(file));
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.INFO, "an old failure stays where it is", e);
    }
  }

  private static boolean isOurs(Path file) throws IOException {
    // its bytes may be anything
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return lines.lines().anyMatch(line -> OURS.matcher(line).matches());
    }
  }
}
