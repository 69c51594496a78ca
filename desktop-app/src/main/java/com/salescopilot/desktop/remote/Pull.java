package com.salescopilot.desktop.remote;

import com.salescopilot.model.client.PullPage;
import java.util.function.Consumer;

/// One reading of what is new.
public interface Pull {

  /// Asks, waits as long as the request allows, and hands over page by page while the answer
  /// streams in.
  ///
  /// @throws RemoteException if the answer is missing, refused, or torn; pages handed over before
  ///   stay good
  void run(Consumer<PullPage> pages);

  /// Ends the reading from another thread, also before it begins; it then throws
  /// [RemoteException.NoAnswer].
  void cancel();
}
