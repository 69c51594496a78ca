package com.salescopilot.server.sending;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MimeLetterTest {
  private static final Session SESSION = Session.getInstance(new Properties());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?UTF-8?Q?=0D=0ABcc:_all@evil.example?=",
        "Hi =?utf-8?B?DQpCY2M6IGFsbEBldmlsLmV4YW1wbGU=?= there",
        "What is 1 =? 2",
        "Grüße =?UTF-8?Q?=0D=0A?="
      })
  void text_that_reads_like_an_encoded_word_is_read_as_it_was_written(String text)
      throws Exception {
    MimeMessage read = read(written(text, text));
    assertThat(read.getSubject()).isEqualTo(text);
    assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo(text);
  }

  static List<String> longOnes() {
    return List.of("y".repeat(998), "\"".repeat(998), "ab ".repeat(300) + "c", "\\".repeat(500));
  }

  @ParameterizedTest
  @MethodSource("longOnes")
  void no_line_is_too_long_for_the_way_and_the_words_stay(String text) throws Exception {
    byte[] bytes = written(text, text);
    assertThat(new String(bytes, US_ASCII).lines()).allMatch(line -> line.length() <= 998);
    MimeMessage read = read(bytes);
    assertThat(read.getSubject()).isEqualTo(text);
    assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo(text);
  }

  private static MimeMessage read(byte[] bytes) throws Exception {
    return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
  }

  private static byte[] written(String subject, String name) throws Exception {
    Letter letter =
        new Letter(
            new UUID(0, 1),
            new Address("bo", "x.example"),
            "ana@acme.example",
            Optional.of(name),
            subject,
            "<p>Hi</p>",
            "Hi",
            "m1@acme.example",
            List.of(),
            Optional.empty(),
            Optional.empty());
    var out = new ByteArrayOutputStream();
    MimeLetter.of(letter, SESSION, Instant.EPOCH).writeTo(out);
    return out.toByteArray();
  }
}
