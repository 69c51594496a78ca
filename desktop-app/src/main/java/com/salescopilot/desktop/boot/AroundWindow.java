package com.salescopilot.desktop.boot;

import com.salescopilot.desktop.platform.Surroundings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The operating system, as it stands around a window.
record AroundWindow(Stage window) implements Surroundings {
  private static final System.Logger LOG = System.getLogger(AroundWindow.class.getName());

  @Override
  public Optional<Path> saveAs(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
  }

  @Override
  public Optional<Path> open(String... endings) {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(String.join(", ", endings), endings));
    return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
  }

  /// The address is an argument of its own, never a word of a shell's line.
  @Override
  public boolean browse(String address) {
    try {
      Process _ =
          new ProcessBuilder(line(System.getProperty("os.name", ""), address))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return true;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.INFO, "no browser was found", e);
      return false;
    }
  }

  private static List<String> line(String system, String address) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return List.of("open", address);
    }
    return name.startsWith("windows")
        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
        : List.of("xdg-open", address);
  }
}
