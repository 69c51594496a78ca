package com.salescopilot.desktop.sync;

import com.salescopilot.desktop.remote.RemoteException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// When the server was last heard of, since when it was not, and who wants to know.
final class Contact {
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<Instant> heard = Optional.empty();
  private volatile Optional<Trouble> trouble = Optional.empty();

  Contact(InstantSource clock) {
    this.clock = clock;
  }

  /// Since when there is no contact, and why.
  ///
  /// @param stopped where trying again changes nothing by itself
  record Trouble(Instant since, String why, Optional<SyncState.Reason> stopped) {}

  Optional<Instant> heard() {
    return heard;
  }

  Optional<Trouble> trouble() {
    return trouble;
  }

  void made() {
    heard = Optional.of(clock.instant());
    trouble = Optional.empty();
    changed();
  }

  void failed(RuntimeException why) {
    Instant since = trouble.map(Trouble::since).orElseGet(clock::instant);
    Optional<SyncState.Reason> stopped =
        why instanceof RemoteException.Unserved unserved
            ? Optional.of(SyncState.Reason.valueOf(unserved.code()))
            : Optional.empty();
    trouble = Optional.of(new Trouble(since, String.valueOf(why.getMessage()), stopped));
    changed();
  }

  /// Another server, or another person: what was heard before says nothing.
  void begins() {
    heard = Optional.empty();
    trouble = Optional.empty();
    changed();
  }

  void changed() {
    listeners.forEach(Runnable::run);
  }

  /// Runs the listener at every change.
  ///
  /// @return ends the listening
  Runnable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
