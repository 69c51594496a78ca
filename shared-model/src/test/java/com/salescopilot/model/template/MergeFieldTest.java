package com.salescopilot.model.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.salescopilot.model.template.MergeField.Place;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MergeFieldTest {

  @Test
  void a_field_knows_where_it_stands() {
    assertThat(MergeField.in("Hi {{ firstName | 'you' }}, {{company}}!"))
        .containsExactly(
            new Place(3, 26, new MergeField("firstName", Optional.of("you"))),
            new Place(28, 39, MergeField.named("company")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{firstName", "\\{{firstName}}", "{{}}", "{{a | b}}", "{{#if a}}", "{ {a} }"})
  void what_is_escaped_or_malformed_is_no_field(String text) {
    assertThat(MergeField.in(text)).isEmpty();
  }

  @Test
  void a_fallback_with_a_straight_quote_is_written_in_the_other_one() {
    assertThat(new MergeField("company", Optional.of("the \"team\"")).source())
        .isEqualTo("{{company | 'the \"team\"'}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a}}b", "a{{b", "\"'", "  ", ""})
  void a_fallback_that_cannot_be_written_is_refused(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MergeField("company", Optional.of(words)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a|b", "{a", "a}", "\"a\"", "#if", "pick 'a'"})
  void a_name_that_cannot_be_written_is_refused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> MergeField.named(name));
  }

  /// Two readers of one language: what the editor shows as a field is what the letter fills in.
  @Test
  void the_same_fields_are_found_as_a_template_fills_in() {
    long seed = new SplittableRandom().nextLong();
    var chance = new SplittableRandom(seed);
    var catalogue = new FieldCatalogue(List.of());
    String[] words = {
      "{{", "}}", "{", "}", "\\", "firstName", "company", " | ", "\"x\"", "'y'", " ", "#", "é", "\n"
    };
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = chance.nextInt(12); n > 0; n--) {
        text.append(words[chance.nextInt(words.length)]);
      }
      String source = text.toString();
      var known =
          MergeField.in(source).stream()
              .map(place -> place.field().name())
              .filter(catalogue::knows)
              .distinct()
              .toList();
      assertThat(known)
          .as("seed %d: %s", seed, source)
          .isEqualTo(Template.compile(source, Mode.TEXT, catalogue).fields());
      for (Place place : MergeField.in(source)) {
        assertThat(MergeField.in(place.field().source()))
            .as("seed %d: %s", seed, source)
            .containsExactly(new Place(0, place.field().source().length(), place.field()));
      }
    }
  }
}
