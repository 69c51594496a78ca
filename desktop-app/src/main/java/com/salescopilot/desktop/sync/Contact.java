package com.salescopilot.desktop.sync;

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
  record Trouble(Instant since, String why) {}

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

  void failed(String why) {
    Instant since = trouble.map(Trouble::since).orElseGet(clock::instant);
    trouble = Optional.of(new Trouble(since, why));
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
