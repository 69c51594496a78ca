package com.salescopilot.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.command.KeyChoice;
import com.salescopilot.desktop.command.Keys;
import com.salescopilot.desktop.platform.Machine;
import com.salescopilot.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysViewModelTest {
  @TempDir Path scratch;

  private final Commands commands = new Commands();
  private KeysViewModel model;
  private Command send;

  @BeforeEach
  void open() {
    commands.register("send", "Send", "x", "fth-send", Optional.of("Shortcut+Enter"), () -> {});
    commands.register("back", "Back", "x", "fth-send", Optional.of("Alt+Left"), () -> {});
    model = new KeysViewModel(commands, machine(), new Texts(Locale.ENGLISH));
    send = commands.get("send");
  }

  private Machine machine() {
    return new Machine(scratch, Map.of());
  }

  private void change(String keys) {
    model.change(send, Keys.parse(keys));
  }

  private String first() {
    return commands.keymap().keys("send").getFirst().text();
  }

  @Test
  void other_keys_hold_at_once_are_kept_and_can_be_given_back() {
    change("F8");
    assertThat(first()).isEqualTo("F8");
    assertThat(model.isChanged(send)).isTrue();
    assertThat(machine().keys().own()).containsExactly(Map.entry("send", "F8"));
    model.none(send);
    assertThat(model.shown(send)).isEmpty();
    model.reset(send);
    assertThat(first()).isEqualTo("Shortcut+Enter");
    change("Alt+F8");
    model.resetAll();
    assertThat(model.isAnyChanged()).isFalse();
    assertThat(machine().keys()).isEqualTo(KeyChoice.USUAL);
  }

  @Test
  void keys_of_another_command_are_refused_with_its_name() {
    change("Alt+Left");
    assertThat(model.problem().get()).contains("Back");
    assertThat(first()).isEqualTo("Shortcut+Enter");
    change("F8");
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void keys_that_one_needs_while_writing_are_refused_with_the_reason() {
    for (String keys : new String[] {"x", "Shift+X", "Space", "Enter"}) {
      change(keys);
      assertThat(model.problem().get()).as(keys).contains("while you write");
    }
    change("Shortcut+V");
    assertThat(model.problem().get()).contains("text fields");
    assertThat(first()).isEqualTo("Shortcut+Enter");
  }

  @Test
  void the_keymap_is_kept_and_own_keys_hold_in_each() {
    change("F8");
    model.choose(KeyChoice.Base.GMAIL);
    assertThat(first()).isEqualTo("F8");
    assertThat(machine().keys())
        .isEqualTo(new KeyChoice(KeyChoice.Base.GMAIL, Map.of("send", "F8")));
  }
}
