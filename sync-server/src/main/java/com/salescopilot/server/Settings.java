package com.salescopilot.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads settings from an environment and remembers everything that is wrong with them.
///
/// An empty value counts as absent. Values are never repeated in a message: one may be a secret in
/// the wrong place.
final class Settings {
  private final Map<String, String> environment;
  private final Set<String> asked = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  Optional<String> text(String name) {
    asked.add(name);
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /// A value in a form of its own; `parse` refuses with an `IllegalArgumentException`.
  ///
  /// @param form how the message describes what would be right
  <T> Optional<T> parsed(String name, String form, Function<String, T> parse) {
    return text(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(parse.apply(text));
              } catch (IllegalArgumentException _) {
                problem(name, "must be " + form);
                return Optional.empty();
              }
            });
  }

  int whole(String name, int usual, int least, int most) {
    return parsed(
            name,
            "a whole number from " + least + " to " + most,
            text -> {
              int value = Integer.parseInt(text);
              if (value < least || value > most) {
                throw new IllegalArgumentException();
              }
              return value;
            })
        .orElse(usual);
  }

  <E extends Enum<E>> E choice(String name, E usual) {
    E[] all = usual.getDeclaringClass().getEnumConstants();
    String words = String.join(", ", Arrays.stream(all).map(Settings::word).toList());
    return parsed(
            name,
            "one of " + words,
            text ->
                Arrays.stream(all)
                    .filter(value -> word(value).equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new))
        .orElse(usual);
  }

  /// The parts of a comma-separated value.
  <T> List<T> list(String name, String form, Function<String, T> parse) {
    return parsed(
            name,
            "a list, separated by commas, of " + form,
            text -> {
              List<T> values = new ArrayList<>();
              for (String part : text.split(",", -1)) {
                values.add(parse.apply(part.strip()));
              }
              return List.copyOf(values);
            })
        .orElse(List.of());
  }

  void problem(String name, String sentence) {
    problems.add(name + " " + sentence + ".");
  }

  /// Everything that is wrong, in the order of asking.
  List<String> problems() {
    return List.copyOf(problems);
  }

  /// Names that look like ours and that nobody asked for or knows, each with the nearest one known.
  ///
  /// @param reserved names, or beginnings of names, that other versions and the desktop read
  List<String> unknown(List<String> reserved) {
    return environment.keySet().stream()
        .filter(name -> name.startsWith("SC_") && !asked.contains(name))
        .filter(name -> reserved.stream().noneMatch(name::startsWith))
        .sorted()
        .map(name -> name + " is not known; did you mean " + nearest(name) + "?")
        .toList();
  }

  private String nearest(String name) {
    return asked.stream()
        .sorted()
        .min((a, b) -> Integer.compare(distance(name, a), distance(name, b)))
        .orElse("another name");
  }

  /// How many letters must be added, dropped or changed (Levenshtein).
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    Arrays.setAll(before, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(row[j - 1], before[j]) + 1);
      }
      before = row;
    }
    return before[b.length()];
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
