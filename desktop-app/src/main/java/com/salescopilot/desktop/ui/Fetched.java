package com.salescopilot.desktop.ui;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Something that only the server knows, and how far one is with asking for it.
///
/// @param <T> what it is
public final class Fetched<T> {
  private final Async async;
  private final Supplier<T> question;
  private final Function<RuntimeException, String> words;
  private final ReadOnlyObjectWrapper<State<T>> state =
      new ReadOnlyObjectWrapper<>(this, "state", new State<>(Optional.empty(), new Load.Reading()));

  /// @param question is asked off the screen's thread
  /// @param words says in one sentence why it could not be answered
  public Fetched(Async async, Supplier<T> question, Function<RuntimeException, String> words) {
    this.async = async;
    this.question = question;
    this.words = words;
  }

  /// How far it is.
  ///
  /// @param known the last answer; it stays when a later question fails
  public record State<T>(Optional<T> known, Load load) {}

  public ReadOnlyObjectProperty<State<T>> state() {
    return state.getReadOnlyProperty();
  }

  /// Asks, or asks again.
  public void fetch() {
    state.set(new State<>(state.get().known(), new Load.Reading()));
    async.latest(
        this,
        question,
        answer -> state.set(new State<>(Optional.of(answer), new Load.Ready())),
        e -> state.set(new State<>(state.get().known(), new Load.Failed(words.apply(e)))));
  }

  /// Somebody else asks now.
  public void forget() {
    state.set(new State<>(Optional.empty(), new Load.Reading()));
  }
}
