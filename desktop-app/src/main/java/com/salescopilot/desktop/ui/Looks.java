package com.salescopilot.desktop.ui;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import com.salescopilot.desktop.store.Subscription;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// Puts a [Look] on the window: theme, density and zoom.
public final class Looks {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double TEXT = 14;

  private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.USUAL);
  private final ReadOnlyDoubleWrapper rowHeight = new ReadOnlyDoubleWrapper(this, "rowHeight");

  public Looks() {
    Typeface.load();
    look.addListener((_, _, now) -> rowHeight.set(heightOf(now)));
    rowHeight.set(heightOf(look.get()));
  }

  public ObjectProperty<Look> lookProperty() {
    return look;
  }

  /// How high a row of a list is, in pixels.
  public ReadOnlyDoubleProperty rowHeightProperty() {
    return rowHeight.getReadOnlyProperty();
  }

  /// Dresses a scene, now and whenever the look or the system's colours change.
  ///
  /// @return ends that
  public Subscription dress(Scene scene) {
    scene.getStylesheets().add(sheet("tokens.css"));
    scene.getStylesheets().add(sheet("app.css"));
    put(scene);
    return Subscriptions.of(
        Subscriptions.onChange(look, () -> put(scene)),
        Subscriptions.onChange(Platform.getPreferences().colorSchemeProperty(), () -> put(scene)));
  }

  /// Reads what every window needs, before there is one.
  public static void prepare(Look look) {
    Typeface.load();
    wear(isDark(look));
  }

  /// Whether the colours are the dark ones now.
  public boolean isDark() {
    return isDark(look.get());
  }

  private static boolean isDark(Look look) {
    return switch (look.theme()) {
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
      case LIGHT -> false;
      case DARK -> true;
    };
  }

  private static void wear(boolean dark) {
    Theme theme = dark ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
  }

  private void put(Scene scene) {
    boolean dark = isDark();
    wear(dark);
    Parent root = scene.getRoot();
    root.pseudoClassStateChanged(DARK, dark);
    root.pseudoClassStateChanged(COMPACT, look.get().density() == Look.Density.COMPACT);
    root.setStyle("-fx-font-size: " + TEXT * look.get().zoom() / 100 + "px;");
  }

  private static double heightOf(Look look) {
    return Math.rint(look.density().row() * look.zoom() / 100.0);
  }

  private static String sheet(String name) {
    return requireNonNull(Looks.class.getResource(name), name).toExternalForm();
  }
}
