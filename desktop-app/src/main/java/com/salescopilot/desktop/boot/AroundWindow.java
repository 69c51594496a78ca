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

  /// The words are an argument of their own, never a word of a shell's line.
  @Override
  public void tell(String words) {
    Optional<List<String>> line = notice(System.getProperty("os.name", ""), words);
    if (window.isFocused() || line.isEmpty()) {
      return;
    }
    try {
      Process _ =
          new ProcessBuilder(line.get())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "nothing here shows notices", e);
    }
  }

  /// Empty where there is no such program.
  private static Optional<List<String>> notice(String system, String words) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Optional.of(
          List.of(
              "osascript",
              "-e",
              "on run argv",
              "-e",
              "display notification (item 1 of argv) with title \"Sales Copilot\"",
              "-e",
              "end run",
              words));
    }
    return name.startsWith("windows")
        ? Optional.empty()
        : Optional.of(
            List.of("notify-send", "--app-name=Sales Copilot", "--", "Sales Copilot", words));
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
