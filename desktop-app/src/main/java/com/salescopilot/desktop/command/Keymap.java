package com.salescopilot.desktop.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;

/// Which keys call which command. What somebody chose themselves comes first; what a keymap gives
/// stands back where it would clash with that.
public final class Keymap {
  private final Map<String, List<Keys>> keys = new LinkedHashMap<>();

  private Keymap() {}

  /// The keys of some commands by a choice.
  public static Keymap of(Collection<Command> commands, KeyChoice choice) {
    Keymap map = new Keymap();
    for (Command command : commands) {
      String own = choice.own().get(command.id());
      if (own != null) {
        map.give(command.id(), own);
      }
    }
    Properties letters =
        switch (choice.base()) {
          case DEFAULT -> new Properties();
          case GMAIL -> gmail();
        };
    for (Command command : commands) {
      if (!choice.own().containsKey(command.id())) {
        map.give(command.id(), letters.getProperty(command.id(), ""));
        map.give(command.id(), command.keys().orElse(""));
      }
    }
    return map;
  }

  /// What the keymap of letters adds: names of commands and their letters.
  static Properties gmail() {
    Properties read = new Properties();
    try (Reader in =
        new InputStreamReader(
            requireNonNull(Keymap.class.getResourceAsStream("gmail.properties")),
            StandardCharsets.UTF_8)) {
      read.load(in);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The keys in a list of them, each part for itself: what cannot be read is passed over.
  static List<Keys> read(String list) {
    return Arrays.stream(list.split(", "))
        .flatMap(
            text -> {
              try {
                return Optional.of(Keys.parse(text)).stream();
              } catch (IllegalArgumentException _) {
                return Optional.<Keys>empty().stream();
              }
            })
        .toList();
  }

  private void give(String command, String list) {
    List<Keys> given = keys.computeIfAbsent(command, _ -> new ArrayList<>());
    read(list).stream().filter(each -> owner(each).isEmpty()).forEach(given::add);
  }

  /// All keys of a command; the first ones are shown.
  public List<Keys> keys(String command) {
    return List.copyOf(keys.getOrDefault(command, List.of()));
  }

  /// The name of the command that has these keys, or keys that clash with them.
  public Optional<String> owner(Keys wanted) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(wanted::clashesWith))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The name of the command whose keys are pressed.
  Optional<String> pressed(KeyEvent event) {
    return first(each -> each instanceof Keys.Chord(var chord) && chord.match(event));
  }

  /// The name of the command that is called by these letters.
  Optional<String> typed(String letters) {
    return first(each -> each instanceof Keys.Letters(var own) && own.equals(letters));
  }

  /// Whether a command's letters begin so.
  boolean begins(String letters) {
    return first(each -> each instanceof Keys.Letters(var own) && own.startsWith(letters))
        .isPresent();
  }

  private Optional<String> first(Predicate<Keys> meant) {
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(meant))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
