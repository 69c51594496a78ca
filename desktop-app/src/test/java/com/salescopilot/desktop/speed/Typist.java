package com.salescopilot.desktop.speed;

import com.salescopilot.desktop.harness.Keys;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.ui.PagedRows;
import com.salescopilot.desktop.ui.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;

/// Types into the search of the prospects, key by key, and sees in which frame the rows of what is
/// typed stand there.
final class Typist {
  private static final char BACK = '\b';
  private static final int PATIENCE_S = 20;

  private final Scene scene;
  private final TableView<Slot<?>> table;
  private final Node empty;
  private final MachineWait machine;

  private Typist(Ui ui) {
    scene = ui.scene();
    table = ui.node("#table");
    empty = ui.node("#empty");
    machine = MachineWait.now();
  }

  /// Sits down where the prospects are shown.
  static Typist at(Ui ui) {
    ui.fill("#search", "x").fill("#search", ""); // starts the threads that bring rows
    Ui.run(ui.<TextField>node("#search")::clear);
    return new Typist(ui.settle());
  }

  /// How long the rows took to follow a key.
  ///
  /// @param shown to the frame in which they stand
  /// @param waited how much of it they waited for a processor
  record Stroke(char key, Duration shown, Duration waited, int rows) {
    /// What it would have taken on a machine with nothing else to do.
    Duration own() {
      return shown.minus(waited);
    }
  }

  /// Types words, and takes each away again letter by letter.
  List<Stroke> type(List<String> words) {
    List<Stroke> strokes = new ArrayList<>();
    for (String word : words) {
      word.chars().forEach(letter -> strokes.add(press((char) letter)));
      word.chars().forEach(_ -> strokes.add(press(BACK)));
    }
    return strokes;
  }

  /// Types a word and leaves it there.
  void write(String word) {
    word.chars().forEach(letter -> press((char) letter));
  }

  /// The keys of the rows that stand there.
  long[] rows() {
    return Ui.call(() -> paged().keys());
  }

  private Stroke press(char key) {
    CompletableFuture<Stroke> shown = new CompletableFuture<>();
    long pressed = System.nanoTime();
    Platform.runLater(() -> strike(key, pressed, shown));
    try {
      return shown.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no rows after '" + key + "'", e);
    }
  }

  @SuppressWarnings("ReferenceEquality") // other rows, even if they are the same
  private void strike(char key, long pressed, CompletableFuture<Stroke> shown) {
    long[] before = paged().keys();
    Duration waited = machine.total();
    Runnable look =
        new Runnable() {
          @Override
          public void run() {
            if (paged().keys() != before && isFilled()) {
              scene.removePostLayoutPulseListener(this);
              Duration took = Duration.ofNanos(System.nanoTime() - pressed);
              shown.complete(
                  new Stroke(key, took, machine.total().minus(waited), paged().keys().length));
            }
          }
        };
    scene.addPostLayoutPulseListener(look);
    Keys.strike(scene, key);
  }

  /// Whether every row in view is the one that belongs there, and read.
  private boolean isFilled() {
    long[] keys = paged().keys();
    if (keys.length == 0) {
      return empty.isVisible();
    }
    VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup("VirtualFlow");
    if (!table.isVisible() || flow == null || flow.getFirstVisibleCell() == null) {
      return false;
    }
    int last = Math.min(flow.getLastVisibleCell().getIndex(), keys.length - 1);
    for (int i = flow.getFirstVisibleCell().getIndex(); i <= last; i++) {
      IndexedCell<?> cell = flow.getCell(i);
      if (!(cell.getItem() instanceof Slot<?> slot)
          || slot.key() != keys[i]
          || slot.row().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private PagedRows<?> paged() {
    return (PagedRows<?>) (Object) table.getItems();
  }
}
