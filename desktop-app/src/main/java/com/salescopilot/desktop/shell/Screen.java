package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.store.Subscription;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;

/// A controller of a screen. It is made once and shown again and again.
///
/// @param <R> where it is shown
public interface Screen<R extends Route> {
  /// The screen is shown from now on, until what is returned is closed.
  Subscription onShow(R route);

  /// Where one searches here.
  default Optional<TextField> searchField() {
    return Optional.empty();
  }

  /// What begins something new here.
  default Optional<ButtonBase> newButton() {
    return Optional.empty();
  }
}
