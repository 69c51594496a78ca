package com.salescopilot.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.boot.AppGraph;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
            AppGraph graph = new AppGraph(desk.desk(), new Texts(locale), direct, "", machine);
            Collection<Command> all = graph.commands().all();
            graph.close();
            return List.copyOf(all);
          });
    }
  }

  @Test
  void no_two_commands_share_keys_on_any_system() {
    Map<KeyCombination, String> taken = new HashMap<>();
    List<String> clashes = new ArrayList<>();
    for (Command command : commands(Locale.ENGLISH)) {
      for (String real : real(command)) {
        String other = taken.putIfAbsent(KeyCombination.valueOf(real), command.id());
        if (other != null) {
          clashes.add(command.id() + " and " + other + " at " + real);
        }
      }
    }
    assertThat(clashes).isEmpty();
    assertThat(taken).isNotEmpty();
  }

  /// `Shortcut` is Ctrl here and Cmd there.
  private static List<String> real(Command command) {
    return command.keys().stream()
        .flatMap(keys -> List.of("Ctrl", "Meta").stream().map(k -> keys.replace("Shortcut", k)))
        .distinct()
        .toList();
  }

  @Test
  void no_command_takes_what_text_fields_need_nor_a_bare_letter() {
    assertThat(commands(Locale.ENGLISH))
        .filteredOn(command -> command.keys().isPresent())
        .allSatisfy(
            command -> {
              String keys = command.keys().orElseThrow();
              assertThat(EDITING).as(command.id()).doesNotContain(keys);
              assertThat(keys).as(command.id()).matches(".+\\+.+|F\\d+|Delete|Esc");
            });
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
