package com.salescopilot.desktop.remote;

import com.salescopilot.model.client.PullPage;
import com.salescopilot.model.protocol.Objection;
import java.util.Optional;
import java.util.function.Consumer;

/// One reading of what is new.
public interface Pull {

  /// Asks, waits as long as the request allows, and hands over page by page while the answer
  /// streams in.
  ///
  /// @return what the server objects to in this client; nothing was handed over then
  /// @throws RemoteException if the answer is missing, refused, or torn; pages handed over before
  ///   stay good
  Optional<Objection> run(Consumer<PullPage> pages);

  /// Ends the reading from another thread, also before it begins; it then throws
  /// [RemoteException.NoAnswer].
  void cancel();
}
