package com.salescopilot.desktop.editor;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import com.salescopilot.desktop.harness.Keys;
import com.salescopilot.desktop.harness.Pictures;
import com.salescopilot.desktop.harness.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A window with an editor in it, and somebody at the keyboard.
final class EditorStage implements BeforeEachCallback, AfterEachCallback {
  static final List<FieldChoice> FIELDS =
      List.of(
          new FieldChoice("firstName", "First name", Optional.of("there")),
          new FieldChoice("lastName", "Last name", Optional.empty()),
          new FieldChoice("company", "Company", Optional.empty()),
          new FieldChoice("companyData.industry", "Industry", Optional.empty()));

  private final FxRobot robot = new FxRobot();
  private Optional<RichEditor> editor = Optional.empty();
  private Optional<Stage> stage = Optional.empty();

  @Override
  public void beforeEach(ExtensionContext context) {
    Ui.startToolkit();
    stage = Optional.of(get(Stage::new));
    theme(new PrimerLight());
    show(
        () -> {
          RichEditor made = new RichEditor(texts(Locale.ENGLISH));
          made.setFields(FIELDS);
          editor = Optional.of(made);
          return new StackPane(made);
        });
    run(() -> editor().requestFocus());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    run(stage.orElseThrow()::close);
  }

  static ResourceBundle texts(Locale locale) {
    return ResourceBundle.getBundle(
        "com.salescopilot.desktop.editor.messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  RichEditor editor() {
    return editor.orElseThrow();
  }

  Document document() {
    return get(() -> editor().getDocument());
  }

  /// The letter as HTML.
  String html() {
    return HtmlCodec.write(document());
  }

  void show(Callable<Parent> root) {
    run(
        () -> {
          Stage window = stage.orElseThrow();
          window.setScene(new Scene(root.call(), 900, 640));
          window.show();
          window.requestFocus();
          return null;
        });
  }

  static void theme(Theme theme) {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> Application.setUserAgentStylesheet(theme.getUserAgentStylesheet()));
  }

  static List<Theme> themes() {
    return List.of(new PrimerLight(), new PrimerDark());
  }

  void type(String text) {
    Keys.write(get(() -> stage.orElseThrow().getScene()), text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void press(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void run(Runnable work) {
    run(
        () -> {
          work.run();
          return null;
        });
  }

  private void run(Callable<?> work) {
    get(work);
  }

  <T> T get(Callable<T> work) {
    T result = WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    WaitForAsyncUtils.waitForFxEvents(2);
    return result;
  }

  /// Writes what the window shows to `target/pictures`.
  Path picture(String name) {
    return write(name, get(() -> stage.orElseThrow().getScene().snapshot(null)));
  }

  static Path write(String name, WritableImage image) {
    return Pictures.write(image, Path.of("target", "pictures", name + ".png"));
  }
}
