package com.salescopilot.desktop.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the program says, package by package, in both languages.
final class BundlesTest {
  private static final Path RESOURCES =
      Path.of("src", "main", "resources", "com", "salescopilot", "desktop");
  private static final Pattern KEY_IN_FXML = Pattern.compile("\"%([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)[,}]");

  static Stream<Path> packages() throws IOException {
    try (Stream<Path> all = Files.list(RESOURCES)) {
      return all
          .filter(each -> Files.exists(each.resolve("messages.properties")))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Properties words(Path directory, String language) throws IOException {
    Properties words = new Properties();
    try (Reader in =
        Files.newBufferedReader(directory.resolve("messages" + language + ".properties"))) {
      words.load(in);
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("packages")
  void every_key_is_in_both_languages_with_the_same_places_for_values(Path directory)
      throws IOException {
    Properties english = words(directory, "");
    Properties german = words(directory, "_de");
    assertThat(german.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(german.getProperty(key)).as(key).isNotBlank();
      assertThat(places(german.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void every_text_with_places_can_be_filled(Path directory) throws IOException {
    for (String language : List.of("", "_de")) {
      Properties words = words(directory, language);
      for (String key : words.stringPropertyNames()) {
        String text = words.getProperty(key);
        if (!places(text).isEmpty()) {
          String filled =
              new MessageFormat(text, Locale.GERMAN).format(new Object[] {3, 4, 5, 6, 7, 8});
          assertThat(filled).as(key).isNotBlank();
          assertThat(text.replace("''", "")).as(key + " loses its apostrophe").doesNotContain("'");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void every_key_of_a_screen_exists(Path directory) throws IOException {
    Set<String> known = new TreeSet<>(words(directory, "").stringPropertyNames());
    known.addAll(words(RESOURCES.resolve("ui"), "").stringPropertyNames());
    List<String> asked = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".fxml")).toList()) {
        Matcher keys = KEY_IN_FXML.matcher(Files.readString(file));
        while (keys.find()) {
          asked.add(keys.group(1));
        }
      }
    }
    assertThat(known).containsAll(asked);
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }
}
