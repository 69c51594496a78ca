package com.salescopilot.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {
  private static final UUID ID = UUID.fromString("0198f2a4-1111-7222-8333-444455556666");

  private final Tokens tokens = new Tokens(TestKeys.of("k1"));

  @ParameterizedTest
  @EnumSource
  void a_token_names_its_id(Tokens.Kind kind) {
    assertThat(tokens.read(kind, tokens.of(kind, ID))).contains(ID);
  }

  @ParameterizedTest
  @EnumSource
  void a_token_of_one_kind_is_none_of_another(Tokens.Kind kind) {
    for (Tokens.Kind other : Tokens.Kind.values()) {
      if (other != kind) {
        assertThat(tokens.read(other, tokens.of(kind, ID))).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_token_with_any_other_character_is_none(Tokens.Kind kind) {
    String token = tokens.of(kind, ID);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'a' ? 'b' : 'a';
      String wrong = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.read(kind, wrong)).as("at %s", i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "=", "ä", "%00", "....", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void nonsense_is_no_token(String text) {
    for (Tokens.Kind kind : Tokens.Kind.values()) {
      assertThat(tokens.read(kind, text)).isEmpty();
    }
  }

  @Test
  void an_older_keys_tokens_are_read_and_not_made() {
    String old = tokens.of(Tokens.Kind.OPEN, ID);
    Tokens rotated = new Tokens(TestKeys.of("k2", "k1"));
    assertThat(rotated.read(Tokens.Kind.OPEN, old)).contains(ID);
    assertThat(rotated.of(Tokens.Kind.OPEN, ID)).isNotEqualTo(old);
    assertThat(new Tokens(TestKeys.of("k2")).read(Tokens.Kind.OPEN, old)).isEmpty();
  }

  @Test
  void what_stands_in_an_address_has_no_capitals_and_fits() {
    String token = tokens.of(Tokens.Kind.REPLY, ID);
    assertThat(token).isEqualTo(token.toLowerCase(Locale.ROOT)).hasSizeLessThan(48);
  }
}
