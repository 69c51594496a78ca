package com.salescopilot.model.stats;

import com.salescopilot.model.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What was done with one mail that tells of interest: answers, links that were followed, and opens
/// a day apart. A function of that mail's own rows, kept on the mail, so that whoever has the mail
/// can say how much its prospect is moved.
///
/// @param newest the newest first
public record Signals(List<Signal> newest) {
  /// How many are kept of a mail.
  public static final int MOST = 20;

  private static final Comparator<Signal> NEWEST =
      Comparator.comparing(Signal::at).reversed().thenComparing(Signal::kind);

  public Signals {
    newest = newest.stream().sorted(NEWEST).limit(MOST).toList();
  }

  /// Nothing was done with it, or nothing is known of it.
  public static Signals none() {
    return new Signals(List.of());
  }

  /// Those that count.
  ///
  /// @param all every signal of one mail, in any order
  public static Signals counted(Collection<Signal> all) {
    return new Signals(Momentum.counted(all));
  }

  /// Those of a mail's row. Where it keeps none, they are that it was first opened and first
  /// answered.
  ///
  /// @throws IllegalArgumentException if what is kept is not what [#value] makes
  public static Signals of(
      UUID mail, Optional<Value> kept, Optional<Instant> opened, Optional<Instant> replied) {
    List<Signal> found = new ArrayList<>();
    kept.ifPresentOrElse(
        value -> read(mail, value, found),
        () -> {
          opened.ifPresent(at -> found.add(new Signal(Signal.Kind.OPEN, mail, at)));
          replied.ifPresent(at -> found.add(new Signal(Signal.Kind.REPLY, mail, at)));
        });
    return new Signals(found);
  }

  /// What a mail's row keeps of them: nothing where its first open and its first answer say it all,
  /// as they mostly do.
  public Optional<Value> kept(UUID mail, Optional<Instant> opened, Optional<Instant> replied) {
    return equals(of(mail, Optional.empty(), opened, replied)) ? Optional.empty() : value();
  }

  /// All of them as a value; empty if there are none.
  public Optional<Value> value() {
    return newest.isEmpty()
        ? Optional.empty()
        : Optional.of(new Value.Items(newest.stream().map(Signals::written).toList()));
  }

  private static Value written(Signal signal) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("kind", Value.text(signal.kind().name()));
    members.put("at", Value.text(signal.at().toString()));
    return new Value.Fields(members);
  }

  private static void read(UUID mail, Value kept, List<Signal> into) {
    if (!(kept instanceof Value.Items(List<Value> values))) {
      throw new IllegalArgumentException("signals are a list");
    }
    for (Value value : values) {
      into.add(
          new Signal(Signal.Kind.valueOf(text(value, "kind")), mail, instant(text(value, "at"))));
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a signal has an instant", e);
    }
  }

  private static String text(Value signal, String member) {
    if (signal instanceof Value.Fields fields
        && fields.members().get(member) instanceof Value.Text(String text)) {
      return text;
    }
    throw new IllegalArgumentException("a signal has a " + member);
  }
}
