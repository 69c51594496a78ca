package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpReplyTest {

  @Test
  void a_plain_reply_is_read() {
    SmtpReply reply = read("250 2.0.0 Ok: queued as 4F1A");

    assertThat(reply.code()).isEqualTo(250);
    assertThat(reply.enhanced()).contains(new EnhancedStatus(2, 0, 0));
    assertThat(reply.text()).isEqualTo("Ok: queued as 4F1A");
  }

  @Test
  void lines_become_one_text_without_their_codes() {
    SmtpReply reply =
        read("550-5.1.1 The account does not exist.\r\n550-5.1.1 Try checking.\r\n550 5.1.1 Bye");

    assertThat(reply)
        .isEqualTo(
            new SmtpReply(
                550,
                Optional.of(new EnhancedStatus(5, 1, 1)),
                "The account does not exist. Try checking. Bye"));
  }

  @Test
  void a_status_of_another_class_than_the_code_stays_text() {
    SmtpReply reply = read("450 5.1.1 odd");

    assertThat(reply.enhanced()).isEmpty();
    assertThat(reply.text()).isEqualTo("5.1.1 odd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"550 5.1.1.1 x", "550 5.1.1x", "550 15.1.1", "550 5.1", "550 see 5.1.1"})
  void what_only_resembles_a_status_is_none(String line) {
    assertThat(read(line).enhanced()).isEmpty();
  }

  @Test
  void a_bare_code_is_a_reply() {
    assertThat(read("354")).isEqualTo(new SmtpReply(354, Optional.empty(), ""));
    assertThat(read("550 5.7.1").text()).isEmpty();
  }

  @Test
  void the_last_code_counts_and_lines_without_one_are_text() {
    SmtpReply reply = SmtpReply.parse(List.of("250-fine", "garbage", "451 no")).orElseThrow();

    assertThat(reply).isEqualTo(new SmtpReply(451, Optional.empty(), "fine garbage no"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "25", "2500 x", "199 x", "600 x", "2x0 x", "HTTP/1.1 200 OK"})
  void a_reply_without_a_code_is_none(String response) {
    assertThat(SmtpReply.parse(response)).isEmpty();
  }

  @Test
  void codes_say_whether_trying_again_helps() {
    assertThat(read("250 ok").isPositive()).isTrue();
    assertThat(read("354 go").isPositive()).isTrue();
    assertThat(read("421 busy").isTransient()).isTrue();
    assertThat(read("421 busy").isPositive()).isFalse();
    assertThat(read("554 no").isPermanent()).isTrue();
    assertThat(read("554 no").isTransient()).isFalse();
    assertThat(read("499 no").isPermanent()).isFalse();
  }

  @Test
  void a_reply_of_a_mebibyte_keeps_its_code_and_a_thousand_characters() {
    SmtpReply reply = read("550 5.1.1 " + "😊".repeat(1 << 19));

    assertThat(reply.code()).isEqualTo(550);
    assertThat(reply.text()).hasSize(1_000).doesNotContain("\uFFFD");
    assertThat(read("550 x" + "😊".repeat(1_000)).text()).hasSize(999);
  }

  @Test
  void controls_never_reach_the_text() {
    assertThat(read("550 a\u0000b\u001B[31mc\u0085d").text()).isEqualTo("a b [31mc d");
  }

  @Test
  void no_bytes_at_all_make_reading_throw() {
    long seed = new SplittableRandom().nextLong();
    var chance = new SplittableRandom(seed);
    String alphabet = "0123456789 -.\r\n\u0000xé\uD83D";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = chance.nextInt(24); n > 0; n--) {
        text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
      }
      SmtpReply.parse(text.toString())
          .ifPresent(reply -> assertThat(reply.code()).as("seed %d", seed).isBetween(200, 599));
    }
  }

  private static SmtpReply read(String response) {
    return SmtpReply.parse(response).orElseThrow();
  }
}
