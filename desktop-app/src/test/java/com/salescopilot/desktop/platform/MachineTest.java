package com.salescopilot.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.ui.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MachineTest {
  private static final Look DARK = new Look(Look.Theme.DARK, Look.Density.COMPACT, 150);
  private static final WindowPlace PLACE =
      new WindowPlace(new Rectangle2D(10, 20, 1300, 850), true);

  @TempDir Path profile;

  private Machine machine(Map<String, String> environment) {
    return new Machine(profile, environment);
  }

  private Machine machine() {
    return machine(Map.of());
  }

  private void file(String text) throws IOException {
    Files.writeString(profile.resolve("machine.json"), text);
  }

  @Test
  void what_was_chosen_holds_after_a_restart() {
    Machine first = machine();
    first.keep(DARK);
    first.speak(Optional.of(Locale.GERMAN));
    first.keep(PLACE);
    Machine next = machine();
    assertThat(next.look()).isEqualTo(DARK);
    assertThat(next.language()).contains(Locale.GERMAN);
    assertThat(next.window()).contains(PLACE);
    next.speak(Optional.empty());
    assertThat(machine().language()).isEmpty();
    assertThat(machine().look()).isEqualTo(DARK);
  }

  @Test
  void the_time_to_take_a_mail_back_is_off_or_between_five_seconds_and_a_minute()
      throws IOException {
    assertThat(machine().undoSeconds()).isEqualTo(10);
    machine().keepUndo(30);
    assertThat(machine().undoSeconds()).isEqualTo(30);
    machine().keepUndo(0);
    assertThat(machine().undoSeconds()).isZero();
    file("{\"undoSeconds\":3}");
    assertThat(machine().undoSeconds()).isEqualTo(5);
    file("{\"undoSeconds\":3600}");
    assertThat(machine().undoSeconds()).isEqualTo(60);
    file("{\"undoSeconds\":\"long\"}");
    assertThat(machine().undoSeconds()).isEqualTo(10);
  }

  @Test
  void a_new_machine_follows_its_system() {
    assertThat(machine().look()).isEqualTo(Look.USUAL);
    assertThat(machine().language()).isEmpty();
    assertThat(machine().window()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\u0000\u0001",
        "{\"theme\":7,\"zoom\":\"big\",\"window\":[],\"keymap\":3,\"keys\":[1]}",
        "{\"theme\":\"PINK\",\"density\":null,\"language\":\"!!\",\"window\":{\"width\":-5}}"
      })
  void a_damaged_file_counts_as_none(String damaged) throws IOException {
    file(damaged);
    Machine machine = machine();
    assertThat(machine.look()).isEqualTo(Look.USUAL);
    assertThat(machine.language()).isEmpty();
    assertThat(machine.window()).isEmpty();
    machine.keep(DARK);
    assertThat(machine().look()).isEqualTo(DARK);
  }

  @Test
  void of_a_file_that_is_damaged_in_part_the_rest_holds() throws IOException {
    file(
        "{\"theme\":\"DARK\",\"density\":\"FLAT\",\"zoom\":9000,\"language\":\"de\",\"window\":1}");
    assertThat(machine().look())
        .isEqualTo(new Look(Look.Theme.DARK, Look.Density.COMFORTABLE, Look.MOST_ZOOM));
    assertThat(machine().language()).contains(Locale.GERMAN);
    assertThat(machine().window()).isEmpty();
  }

  @Test
  void what_the_environment_says_wins_and_is_not_kept() {
    machine().keep(DARK);
    machine().speak(Optional.of(Locale.GERMAN));
    Map<String, String> given = Map.of("SC_THEME", "light", "SC_LANG", "en");
    Machine machine = machine(given);
    assertThat(machine.look()).isEqualTo(DARK.with(Look.Theme.LIGHT));
    assertThat(machine.language()).contains(Locale.ENGLISH);
    machine.keep(machine.look().zoomed(80));
    assertThat(machine().look()).isEqualTo(DARK.zoomed(80));
    assertThat(machine().language()).contains(Locale.GERMAN);
  }

  @Test
  void whoever_chooses_afterwards_is_not_overruled_by_the_environment() {
    Machine machine = machine(Map.of("SC_THEME", "light", "SC_LANG", "en"));
    machine.keep(machine.look().with(Look.Theme.DARK));
    machine.speak(Optional.of(Locale.GERMAN));
    assertThat(machine.look().theme()).isEqualTo(Look.Theme.DARK);
    assertThat(machine.language()).contains(Locale.GERMAN);
    assertThat(machine().look().theme()).isEqualTo(Look.Theme.DARK);
  }

  @Test
  void a_wish_that_makes_no_sense_is_passed_over() {
    assertThat(machine(Map.of("SC_THEME", "pink", "SC_LANG", " ")).look()).isEqualTo(Look.USUAL);
    assertThat(machine(Map.of("SC_THEME", "pink", "SC_LANG", " ")).language()).isEmpty();
  }

  @Test
  void another_language_is_told_to_those_who_speak() {
    List<String> told = new ArrayList<>();
    Machine machine = machine();
    machine.onLanguage(() -> told.add(machine.language().orElseThrow().getLanguage()));
    machine.speak(Optional.of(Locale.GERMAN));
    assertThat(told).containsExactly("de");
  }

  @Test
  void a_profile_that_cannot_be_written_costs_nothing_but_memory() {
    Machine machine = new Machine(profile.resolve("missing"), Map.of());
    machine.keep(DARK);
    assertThat(machine.look()).isEqualTo(DARK);
  }
}
