package com.salescopilot.desktop.speed;

import com.salescopilot.desktop.harness.Ui;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;

/// Moves through the rows of the prospects as people do, one step a frame.
final class Scroller {
  private static final int WHEELS = 120;
  private static final int PAGES = 60;
  private static final int JUMPS = 60;
  private static final double NOTCH = 40;

  private final Scene scene;
  private final TableView<?> table;
  private final VirtualFlow<?> flow;
  private final ScrollBar bar;

  /// @param ui where the prospects are shown
  Scroller(Ui ui) {
    scene = ui.scene();
    table = ui.node("#table");
    flow = ui.node("#table VirtualFlow");
    bar = ui.node("#table .scroll-bar:vertical");
  }

  /// By wheel, by pages, and dragging the bar from one end to the other and back.
  void throughAll() {
    step(() -> bar.setValue(0));
    for (int i = 0; i < WHEELS; i++) {
      int notches = i % 10; // slow and fast
      step(() -> wheel(-NOTCH * notches));
    }
    step(table::requestFocus);
    for (int i = 0; i < PAGES; i++) {
      step(() -> key(KeyCode.PAGE_DOWN));
    }
    for (int i = 0; i <= JUMPS; i++) {
      double place = (double) i / JUMPS;
      step(() -> bar.setValue(place));
    }
    for (int i = JUMPS; i >= 0; i--) {
      double place = (double) i / JUMPS;
      step(() -> bar.setValue(place));
    }
    step(() -> key(KeyCode.HOME));
    step(() -> key(KeyCode.END));
  }

  /// Which row stands lowest.
  int last() {
    return Ui.call(() -> flow.getLastVisibleCell().getIndex());
  }

  private void step(Runnable move) {
    Frames.after(scene, move);
  }

  private void key(KeyCode code) {
    table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    table.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
  }

  private void wheel(double pixels) {
    Node row = flow.getFirstVisibleCell();
    row.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            10,
            10,
            10,
            10,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            pixels,
            0,
            pixels,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }
}
