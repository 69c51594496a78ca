package com.salescopilot.desktop.sync;

import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.SyncServer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Whether there is a server to talk to: somebody has signed in, and nobody chose to be offline.
final class Link {
  private @Nullable SyncServer server;
  private boolean offline;

  /// Asks the server something.
  ///
  /// @throws RemoteException.Offline if this person works offline
  /// @throws RemoteException.Unauthenticated if nobody has signed in, or the server does not know
  ///   us any more
  <T> T ask(Function<SyncServer, T> question) {
    SyncServer asked = server();
    try {
      return question.apply(asked);
    } catch (RemoteException.Unauthenticated e) {
      signedOut(asked);
      throw e;
    } catch (RemoteException.NoAnswer e) {
      server(); // going offline ends calls too, and is the better reason
      throw e;
    }
  }

  /// The server.
  ///
  /// @throws RemoteException as [#ask] does, if nothing can be asked now
  synchronized SyncServer server() {
    if (offline) {
      throw new RemoteException.Offline();
    }
    if (server == null) {
      throw new RemoteException.Unauthenticated();
    }
    return server;
  }

  synchronized boolean isUp() {
    return server != null && !offline;
  }

  synchronized boolean isSignedIn() {
    return server != null;
  }

  synchronized boolean isOffline() {
    return offline;
  }

  synchronized void signedIn(SyncServer at) {
    interrupt();
    server = at;
  }

  synchronized void goOnline() {
    offline = false;
  }

  synchronized void goOffline() {
    offline = true;
    interrupt();
  }

  @SuppressWarnings("ReferenceEquality") // another sign-in that came meanwhile stays
  private synchronized void signedOut(SyncServer from) {
    if (server == from) {
      server = null;
    }
  }

  private void interrupt() {
    if (server != null) {
      server.interrupt();
    }
  }
}
