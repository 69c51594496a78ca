package com.salescopilot.desktop.shell;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;

/// A ring that empties, and in it the seconds that are left. The time is the machine's own: setting
/// a clock moves nothing.
final class CountdownRing extends StackPane {
  private static final double RADIUS = 13;

  private final DoubleProperty left = new SimpleDoubleProperty(this, "left");

  CountdownRing(Duration time) {
    Circle track = new Circle(RADIUS);
    track.getStyleClass().add("track");
    Arc arc = new Arc(RADIUS, RADIUS, RADIUS, RADIUS, 90, 360);
    arc.getStyleClass().add("left");
    arc.setManaged(false);
    double all = time.toMillis() / 1000.0;
    arc.lengthProperty().bind(left.multiply(360 / all));
    arc.layoutXProperty().bind(track.layoutXProperty().subtract(RADIUS));
    arc.layoutYProperty().bind(track.layoutYProperty().subtract(RADIUS));
    Label seconds = new Label();
    seconds
        .textProperty()
        .bind(left.map(now -> Integer.toString((int) Math.ceil(now.doubleValue()))));
    getStyleClass().add("countdown");
    getChildren().addAll(track, arc, seconds);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Timeline run =
        new Timeline(
            new KeyFrame(javafx.util.Duration.ZERO, new KeyValue(left, all)),
            new KeyFrame(javafx.util.Duration.seconds(all), new KeyValue(left, 0)));
    sceneProperty()
        .addListener(
            (_, _, scene) -> {
              if (scene == null) {
                run.stop();
              } else if (run.getStatus() != Animation.Status.RUNNING) {
                run.play();
              }
            });
  }
}
