package com.salescopilot.server.sending;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Pieces;
import com.salescopilot.model.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;

/// A letter leaves with the headers that we write and no other, whatever its parts hold, or it does
/// not leave; and whoever reads it finds what was written.
///
/// An input is subject, name and address of the sender, address of the reader, HTML, text.
final class MimeFuzzedTest implements Fuzzed {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID ID = UUID.fromString("0198f2a4-1111-7222-8333-444455556666");
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final Letter.WayOut WAY_OUT =
      new Letter.WayOut("https://mail.example/u/token", "campaign.mail.example");
  private static final List<String> HEADERS =
      List.of(
          "Content-Type",
          "Date",
          "From",
          "In-Reply-To",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "MIME-Version",
          "Message-ID",
          "References",
          "Subject",
          "To");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z-]+(?=: )");
  private static final int LONGEST_LINE = 998;

  @Override
  public void attack(byte[] input) {
    Optional<Letter> letter = letter(input);
    if (letter.isPresent()) {
      written(letter.get()).ifPresent(bytes -> judge(letter.get(), bytes));
    }
  }

  private static Optional<Letter> letter(byte[] input) {
    Pieces pieces = new Pieces(input);
    String subject = pieces.next();
    String name = pieces.next();
    Address.Parsed from = Address.parse(pieces.next());
    Address.Parsed to = Address.parse(pieces.next());
    // the gate holds the others back
    if (!(from instanceof Address.Accepted(Address sender))
        || !(to instanceof Address.Accepted(Address reader))
        || sender.needsSmtpUtf8()
        || reader.needsSmtpUtf8()) {
      return Optional.empty();
    }
    return Optional.of(
        new Letter(
            ID,
            reader,
            sender.toString(),
            Optional.of(name).filter(text -> !text.isEmpty()),
            subject,
            pieces.next(),
            pieces.next(),
            "m1@mail.example",
            List.of("m-1@mail.example", "m0@mail.example"),
            Optional.of(WAY_OUT),
            Optional.of("https://mail.example/o/token.gif")));
  }

  private static Optional<byte[]> written(Letter letter) {
    try {
      var out = new ByteArrayOutputStream();
      MimeLetter.of(letter, SESSION, NOON).writeTo(out);
      return Optional.of(out.toByteArray());
    } catch (MimeLetter.Unfit e) {
      assertThat(e.words()).isNotBlank();
      return Optional.empty();
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void judge(Letter letter, byte[] bytes) {
    String wire = new String(bytes, ISO_8859_1);
    assertThat(wire.replace("\r\n", "")).as("line ends").doesNotContain("\r", "\n", "\0");
    List<String> lines = List.of(wire.split("\r\n", -1));
    assertThat(lines).allMatch(line -> line.length() <= LONGEST_LINE);
    List<String> head = lines.subList(0, lines.indexOf(""));
    assertThat(names(head)).as("%s", head).containsExactlyInAnyOrderElementsOf(HEADERS);
    try {
      readBack(letter, new MimeMessage(SESSION, new ByteArrayInputStream(bytes)));
    } catch (MessagingException | IOException e) {
      throw new AssertionError(wire, e);
    }
  }

  /// The names of all lines that begin a header, so that one that is doubled shows.
  private static List<String> names(List<String> head) {
    List<String> names = new ArrayList<>();
    for (String line : head) {
      if (!line.startsWith(" ") && !line.startsWith("\t")) {
        names.add(HEADER.matcher(line).results().findFirst().map(r -> r.group()).orElse(line));
      }
    }
    return names;
  }

  private static void readBack(Letter letter, MimeMessage read)
      throws MessagingException, IOException {
    assertThat(read.getSubject()).isEqualTo(whole(letter.subject()));
    var from = (InternetAddress) read.getFrom()[0];
    assertThat(read.getFrom()).hasSize(1);
    assertThat(from.getAddress()).isEqualTo(letter.from());
    String name = letter.fromName().filter(text -> !text.isBlank()).orElse("");
    assertThat(Optional.ofNullable(from.getPersonal()).orElse("")).isEqualTo(whole(name));
    assertThat(Arrays.stream(read.getAllRecipients()).map(Object::toString))
        .containsExactly(letter.to().toString());
    Multipart parts = (Multipart) read.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(lines((String) parts.getBodyPart(0).getContent())).isEqualTo(lines(letter.text()));
    String html = lines((String) parts.getBodyPart(1).getContent());
    int pixel = html.lastIndexOf("<img src=\"https://mail.example/o/token.gif\"");
    int end = html.indexOf('>', pixel) + 1;
    assertThat(html.substring(0, pixel) + html.substring(end)).isEqualTo(lines(letter.html()));
  }

  /// Halves of characters are no text and become `?` in UTF-8.
  private static String whole(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static String lines(String text) {
    return whole(text).replaceAll("\r\n?|\n", "\n");
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Pieces.join("Hello", "Ana Li", "ana@acme.example", "bo@x.example", "<p>Hi</p>", "Hi"),
        Pieces.join(
            "Grüße 😀", "Zoë \"Z\" <z>", "a@b.io", "bo@bücher.example", "<body>ü</body>", "ü\n."),
        Pieces.join("a\r\nBcc: all@evil.example", "b\nX: y", "a@b.io", "c@d.io", "", ""),
        Pieces.join("=?UTF-8?Q?=0D=0ABcc:_x?=", "=?UTF-8?B?DQo=?=", "a@b.io", "c@d.io", "=", "--"),
        Pieces.join("嘊嘍 x", "嘊嘍", "a@b.io", "c@d.io", "x".repeat(1_200), "\r\n.\r\n"),
        Pieces.join("y".repeat(990), "N".repeat(300), "a@b.io", "c@d.io", "\t \r\n \r", " \n"),
        Pieces.join("", "", "a@b.io>, <evil@x.io", "c@d.io", "\\u0000\\ud83d", "\\u2028\\u0085"));
  }

  @Override
  public List<String> words() {
    return List.of(
        "\r\n",
        "\n%%\n",
        "Bcc: ",
        "=?UTF-8?Q?",
        "?=",
        "=?utf-8?B?",
        "\\u000a",
        "\\u000d",
        "\\u2028",
        "\\u0085",
        "嘊",
        "@x.example",
        "<",
        ">",
        "\"",
        "\\",
        ",",
        "(",
        "</body>",
        "--=_",
        "=0D=0A");
  }

  @Override
  public List<String> watched() {
    return List.of(
        "com.salescopilot.server.sending.**",
        "com.salescopilot.model.mail.**",
        "jakarta.mail.internet.**");
  }

  @Override
  public void judge(List<byte[]> inputs) {
    assertThat(
            inputs.stream()
                .map(MimeFuzzedTest::letter)
                .flatMap(Optional::stream)
                .filter(letter -> written(letter).isPresent()))
        .hasSizeGreaterThanOrEqualTo(3);
  }
}
