package com.salescopilot.desktop.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads a screen's FXML and gives it its controller. `NameController` goes with `Name.fxml` beside
/// it.
public final class ScreenLoader {
  private static final String SUFFIX = "Controller";

  private final Texts texts;

  public ScreenLoader(Texts texts) {
    this.texts = texts;
  }

  /// A loaded screen.
  public record Loaded<C>(C controller, Parent view) {}

  /// Loads the screen of a controller.
  ///
  /// @throws IllegalStateException if it has no FXML, or the FXML names another controller
  public <C> Loaded<C> load(Class<C> controller, Supplier<? extends C> maker) {
    String name = controller.getSimpleName();
    String file = name.substring(0, name.length() - SUFFIX.length()) + ".fxml";
    URL fxml = controller.getResource(file);
    if (fxml == null) {
      throw new IllegalStateException("no " + file + " beside " + controller.getName());
    }
    FXMLLoader loader = new FXMLLoader(fxml, texts.bundle(controller));
    loader.setControllerFactory(
        named -> {
          if (named != controller) {
            throw new IllegalStateException(file + " names " + named + ", not " + controller);
          }
          return maker.get();
        });
    try {
      Parent view = loader.load();
      return new Loaded<>(controller.cast(loader.getController()), view);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be loaded", e);
    }
  }
}
