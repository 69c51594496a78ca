package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.platform.Surroundings;
import com.salescopilot.desktop.remote.BrowserSignIn;
import com.salescopilot.desktop.ui.Async;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Waits for somebody who goes on in the browser. One at a time: who begins again, or cancels, is
/// waited for no more.
public final class BrowserTrip {
  private final Async async;
  private final Surroundings surroundings;
  private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper(this, "link", "");
  private Optional<BrowserSignIn> waiting = Optional.empty();

  public BrowserTrip(Async async, Surroundings surroundings) {
    this.async = async;
    this.surroundings = surroundings;
  }

  /// Where one goes on in the browser; empty while nobody does.
  public ReadOnlyStringProperty link() {
    return link.getReadOnlyProperty();
  }

  /// Sends somebody to the browser.
  ///
  /// @param departure listens for the return; off the screen's thread
  /// @param onReturn is told the code that they come back with
  public void begin(
      Supplier<BrowserSignIn> departure,
      BiConsumer<BrowserSignIn, String> onReturn,
      Consumer<RuntimeException> onFailure) {
    cancel();
    async.latest(
        this,
        () -> {
          BrowserSignIn begun = departure.get();
          boolean _ = surroundings.browse(begun.link());
          return begun;
        },
        begun -> await(begun, onReturn, onFailure),
        onFailure);
  }

  private void await(
      BrowserSignIn begun,
      BiConsumer<BrowserSignIn, String> onReturn,
      Consumer<RuntimeException> onFailure) {
    waiting = Optional.of(begun);
    link.set(begun.link());
    begun.onReturn(
        code -> async.onScreen(() -> back(begun, () -> onReturn.accept(begun, code))),
        refused -> async.onScreen(() -> back(begun, () -> onFailure.accept(refused))));
  }

  private void back(BrowserSignIn begun, Runnable next) {
    if (waiting.equals(Optional.of(begun))) {
      end();
      next.run();
    }
  }

  /// Waits for the browser no more.
  public void cancel() {
    async.latest(this, () -> true, _ -> {}, _ -> {}); // one that is just beginning comes too late
    end();
  }

  private void end() {
    waiting.ifPresent(BrowserSignIn::close);
    waiting = Optional.empty();
    link.set("");
  }
}
