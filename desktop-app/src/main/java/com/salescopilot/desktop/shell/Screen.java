package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.store.Subscription;

/// A controller of a screen. It is made once and shown again and again.
///
/// @param <R> where it is shown
public interface Screen<R extends Route> {
  /// The screen is shown from now on, until what is returned is closed.
  Subscription onShow(R route);
}
