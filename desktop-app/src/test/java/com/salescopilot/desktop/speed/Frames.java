package com.salescopilot.desktop.speed;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Waits for what a scene shows.
final class Frames {
  private static final int PATIENCE_S = 60;

  private Frames() {}

  /// Does something on the screen's thread.
  ///
  /// @return how long the first frame after it took
  static Duration after(Scene scene, Runnable work) {
    return after(scene, work, () -> true);
  }

  /// Does something on the screen's thread.
  ///
  /// @param shown whether what it brings stands in the frame that was laid out
  /// @return how long the first such frame took
  static Duration after(Scene scene, Runnable work, BooleanSupplier shown) {
    CompletableFuture<Long> drawn = new CompletableFuture<>();
    long begun = System.nanoTime();
    Platform.runLater(
        () -> {
          work.run();
          scene.addPostLayoutPulseListener(
              new Runnable() {
                @Override
                public void run() {
                  if (shown.getAsBoolean()) {
                    scene.removePostLayoutPulseListener(this);
                    drawn.complete(System.nanoTime());
                  } else {
                    Platform.requestNextPulse();
                  }
                }
              });
          Platform.requestNextPulse();
        });
    try {
      return Duration.ofNanos(drawn.get(PATIENCE_S, TimeUnit.SECONDS) - begun);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no frame", e);
    }
  }
}
