package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.model.mail.Address.Accepted;
import com.salescopilot.model.mail.Address.Parsed;
import com.salescopilot.model.mail.Address.Refused;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.com",
        "o'neil+sales@sub.example.co.uk",
        "a@b.io",
        "x_y=z/!#$%&*?^`{|}~@e-x.org",
        "1@1.2.x",
      })
  void everyday_addresses_are_accepted(String text) {
    assertThat(accepted(text)).hasToString(text);
  }

  @Test
  void the_domain_is_kept_in_lower_case_and_the_local_part_as_typed() {
    assertThat(accepted("Ana.Lopez@Example.COM")).hasToString("Ana.Lopez@example.com");
    assertThat(new Address("a", "Example.com")).isEqualTo(new Address("a", "example.com"));
  }

  @Test
  void the_key_is_the_same_however_the_address_is_cased_or_composed() {
    assertThat(accepted("JOSÉ@Example.com").key())
        .isEqualTo(accepted("jose\u0301@example.com").key())
        .isEqualTo("josé@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "jörg@bücher.example, xn--bcher-kva.example",
    "a@BÜCHER.example, xn--bcher-kva.example",
    "a@例え。テスト, xn--r8jz45g.xn--zckzah",
    "a@пример.испытание, xn--e1afmkfd.xn--80akhbyknj4f",
  })
  void domains_in_other_scripts_are_written_in_ascii(String text, String domain) {
    assertThat(accepted(text).domain()).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@straße.de", "a@βόλος.gr", "a@a\u200Cb.example"})
  void domains_that_old_and_new_rules_map_apart_are_refused(String text) {
    assertThat(refusal(text)).contains("xn--");
  }

  @Test
  void only_a_local_part_outside_ascii_needs_a_server_that_speaks_utf8() {
    assertThat(accepted("jörg@example.com").needsSmtpUtf8()).isTrue();
    assertThat(accepted("jorg@bücher.example").needsSmtpUtf8()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'' | no @",
        "ana.example.com | no @",
        "@example.com | before the @ is missing",
        "ana@ | empty part",
        "a@b@example.com | more than one @",
        ".ana@example.com | dot",
        "ana.@example.com | dot",
        "a..na@example.com | dot",
        "ana@example..com | empty part",
        "ana@.example.com | empty part",
        "ana@example.com. | empty part",
        "ana@-x.com | hyphen",
        "ana@x-.com | hyphen",
        "ana@localhost | needs a dot",
        "ana@10.0.0.1 | number",
        "ana@[10.0.0.1] | brackets",
        "\"ana\"@example.com | quotes",
        "ana(home)@example.com | comments",
        "an a@example.com | blank",
        "an<a@example.com | may not hold <",
        "ana@exa_mple.com | may not hold _",
        "ana@exa mple.com | may not hold the character U+0020",
      })
  void what_cannot_be_written_to_is_refused_with_a_reason(String text, String reason) {
    assertThat(refusal(text)).contains(reason).endsWith(".");
  }

  @Test
  void the_empty_text_is_refused() {
    assertThat(refusal("")).isEqualTo("The address is empty.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nBcc: b@example.com",
        "a@example.com\n",
        "a\u0000@example.com",
        "a\u007F@example.com",
        "a\u0085@example.com",
        "a\u2028@example.com",
        "a\u760D@example.com",
        "a@exam\u760Aple.com",
        "a\t@example.com",
        "a@a\u200Db.example",
      })
  void characters_that_could_end_a_header_are_refused(String text) {
    assertThat(refusal(text)).startsWith("The address holds ").contains("U+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u200Eb@example.com", // invisible
        "a\uFEFFb@example.com",
        "a\u00A0b@example.com",
        "a\uD800b@example.com", // half a character
        "a\uE000b@example.com", // private use
        "a\u0378b@example.com", // unassigned
      })
  void invisible_and_meaningless_characters_are_refused(String text) {
    assertThat(refusal(text)).contains("may not hold the character U+");
  }

  @Test
  void limits_are_counted_in_bytes() {
    String label = "x".repeat(63);
    assertThat(accepted("l".repeat(64) + "@" + label + ".com").local()).hasSize(64);
    assertThat(refusal("l".repeat(65) + "@example.com")).contains("64 bytes");
    assertThat(refusal("é".repeat(33) + "@example.com")).contains("64 bytes");
    assertThat(refusal("a@" + "x".repeat(64) + ".com")).contains("63");
    String domain = String.join(".", label, label, label, "x".repeat(57), "xx");
    assertThat(accepted("a@" + domain)).hasToString("a@" + domain);
    assertThat(domain.length() + 2).isEqualTo(254);
    assertThat(refusal("ab@" + domain)).contains("254 bytes");
    assertThat(refusal("a@" + "x.".repeat(1_000_000) + "com")).contains("254 bytes");
  }

  @Test
  void an_invalid_address_cannot_be_built_from_its_halves() {
    assertThatThrownBy(() -> new Address("a\r\nb", "example.com"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Address("a", "bücher.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_text_at_all_makes_parsing_throw_and_what_is_accepted_reads_back() {
    long seed = new SplittableRandom().nextLong();
    var chance = new SplittableRandom(seed);
    String alphabet = "aZ9.@-_+\"([ \\\r\n\u0000ß\u3002\u200D\u00ADéI\u0130\uD83D\uDE0A例\u2488";
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int n = chance.nextInt(16); n > 0; n--) {
        text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
      }
      if (Address.parse(text.toString()) instanceof Accepted(Address address)) {
        assertThat(HeaderGuard.offence(address.toString())).as("seed %d", seed).isEmpty();
        assertThat(Address.parse(address.toString()))
            .as("seed %d", seed)
            .isEqualTo(new Accepted(address));
      }
    }
  }

  private static Address accepted(String text) {
    return switch (Address.parse(text)) {
      case Accepted(Address address) -> address;
      case Refused(String reason) -> throw new AssertionError(text + ": " + reason);
    };
  }

  private static String refusal(String text) {
    Parsed parsed = Address.parse(text);
    return switch (parsed) {
      case Accepted(Address address) -> throw new AssertionError("accepted: " + address);
      case Refused(String reason) -> reason;
    };
  }
}
