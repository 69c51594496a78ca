package com.salescopilot.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.salescopilot.desktop.boot.AppGraph;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;

/// What must hold of all commands of the program, whoever registers them.
final class KeymapTest {
  /// What every text field does with them.
  private static final Set<String> EDITING =
      Set.of("Shortcut+A", "Shortcut+C", "Shortcut+V", "Shortcut+X", "Shortcut+Y");

  @TempDir Path scratch;

  private List<Command> commands(Locale locale) {
    Ui.startToolkit();
    try (DeskFixture desk = DeskFixture.ofAda(scratch)) {
      return Ui.call(
          () -> {
            Async direct = new Async(Runnable::run, Runnable::run);
            Machine machine = new Machine(scratch, Map.of());
            AppGraph graph =
                new AppGraph(
                    desk.desk(), new Texts(locale), direct, "", machine, Outside.nothing());
            Collection<Command> all = graph.commands().all();
            graph.close();
            return List.copyOf(all);
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_two_commands_share_keys_on_any_system(KeyChoice.Base base) {
    Map<String, String> taken = new HashMap<>();
    List<String> clashes = new ArrayList<>();
    List<Command> all = commands(Locale.ENGLISH);
    for (Command command : all) {
      for (Keys keys : standard(command, base)) {
        for (String real : real(keys)) {
          String other = taken.putIfAbsent(real, command.id());
          if (other != null) {
            clashes.add(command.id() + " and " + other + " at " + real);
          }
        }
      }
    }
    assertThat(clashes).isEmpty();
    assertThat(taken).isNotEmpty();
    Keymap map = Keymap.of(all, new KeyChoice(base, Map.of()));
    assertThat(all)
        .allSatisfy(
            command ->
                assertThat(map.keys(command.id()))
                    .as(command.id())
                    .containsExactlyElementsOf(standard(command, base)));
  }

  private static List<Keys> standard(Command command, KeyChoice.Base base) {
    List<Keys> all = new ArrayList<>();
    if (base == KeyChoice.Base.GMAIL) {
      all.addAll(Keymap.read(Keymap.gmail().getProperty(command.id(), "")));
    }
    all.addAll(Keymap.read(command.keys().orElse("")));
    return all;
  }

  /// `Shortcut` is Ctrl here and Cmd there.
  private static List<String> real(Keys keys) {
    return List.of("Ctrl", "Meta").stream()
        .map(held -> keys.text().replace("Shortcut", held))
        .distinct()
        .toList();
  }

  @Test
  void the_letters_call_only_what_exists_and_none_begins_another() {
    List<String> ids = commands(Locale.ENGLISH).stream().map(Command::id).toList();
    Properties letters = Keymap.gmail();
    assertThat(ids).containsAll(letters.stringPropertyNames());
    List<Keys> all =
        letters.stringPropertyNames().stream()
            .flatMap(id -> Keymap.read(letters.getProperty(id)).stream())
            .toList();
    assertThat(all).hasSize(letters.size()).allMatch(Keys.Letters.class::isInstance);
    for (Keys one : all) {
      assertThat(all.stream().filter(one::clashesWith)).containsExactly(one);
    }
  }

  @Test
  void no_usual_key_is_what_text_fields_need_or_would_be_typed_while_one_writes() {
    assertThat(commands(Locale.ENGLISH))
        .allSatisfy(
            command -> {
              for (Keys keys : Keymap.read(command.keys().orElse(""))) {
                assertThat(EDITING).as(command.id()).doesNotContain(keys.text());
                assertThat(keys)
                    .as(command.id())
                    .isInstanceOfSatisfying(
                        Keys.Chord.class, chord -> assertThat(chord.isSafeWhileWriting()).isTrue());
              }
            });
  }

  @Test
  void own_keys_come_first_and_a_keymap_stands_back_where_they_clash() {
    List<Command> all = commands(Locale.ENGLISH);
    KeyChoice choice =
        KeyChoice.USUAL
            .with("go.sync", Optional.of("Shortcut+1"))
            .with("go.back", Optional.of(""))
            .with("app.palette", Optional.of("no such keys"));
    Keymap map = Keymap.of(all, choice);
    assertThat(map.keys("go.sync")).containsExactly(Keys.parse("Shortcut+1"));
    assertThat(map.keys("go.dashboard")).isEmpty();
    assertThat(map.keys("go.back")).isEmpty();
    assertThat(map.keys("app.palette")).isEmpty();
    assertThat(map.owner(Keys.parse("Shortcut+1"))).contains("go.sync");
  }

  @Test
  void keys_are_read_as_they_were_kept() {
    for (String text : List.of("Shortcut+K", "F1", "Shift+F6", "Alt+Left", "c", "g p", "/", "?")) {
      assertThat(Keys.parse(text).text()).isEqualTo(text);
    }
    assertThat(Keys.parse("g p").clashesWith(Keys.parse("g"))).isTrue();
    assertThat(Keys.parse("g p").clashesWith(Keys.parse("p"))).isFalse();
    assertThat(Keys.parse("Shortcut+K").clashesWith(Keys.parse("Shortcut+Shift+K"))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Keys.parse("Ctrl+NoSuchKey"));
    assertThatIllegalArgumentException().isThrownBy(() -> Keys.parse(""));
  }

  /// Written anew with `-Dreadme.update=true`.
  @Test
  void the_readme_shows_the_keys_there_are() throws IOException {
    List<Command> all = commands(Locale.ENGLISH);
    Keymap usual = Keymap.of(all, KeyChoice.USUAL);
    StringBuilder table = new StringBuilder("| to | press | in the keymap of letters, also |\n");
    table.append("| --- | --- | --- |\n");
    for (Command command : all) {
      String press = written(usual.keys(command.id()));
      String letters = written(Keymap.read(Keymap.gmail().getProperty(command.id(), "")));
      if (!press.isEmpty() || !letters.isEmpty()) {
        table.append("| " + command.title() + " | " + press + " | " + letters + " |\n");
      }
    }
    Path readme = Path.of("..", "README.md");
    String now = Files.readString(readme);
    int from = now.indexOf("| to | press |");
    int to = now.indexOf("\n\n", from) + 1;
    String then = now.substring(0, from) + table + now.substring(to);
    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(readme, then);
    }
    assertThat(now).isEqualTo(then);
  }

  private static String written(List<Keys> keys) {
    return keys.stream()
        .findFirst()
        .map(first -> "`" + first.text().replace("Shortcut", "Ctrl").replace("Comma", ",") + "`")
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void each_has_a_title_of_its_own_a_group_and_a_sign(String language) {
    List<Command> all = commands(Locale.forLanguageTag(language));
    assertThat(all)
        .allSatisfy(
            command -> {
              assertThat(command.title()).as(command.id()).isNotBlank();
              assertThat(command.group()).as(command.id()).isNotBlank();
              assertThat(new FontIcon(command.icon()).getIconCode()).as(command.id()).isNotNull();
            });
    assertThat(all).extracting(Command::title).doesNotHaveDuplicates();
  }
}
