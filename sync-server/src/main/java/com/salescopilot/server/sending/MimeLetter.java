package com.salescopilot.server.sending;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.salescopilot.model.mail.HeaderGuard;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/// A letter in MIME: plain text and HTML side by side, in UTF-8, no line over 998 octets. Two
/// attempts differ in their date alone, so a receiver can fold a double.
final class MimeLetter {
  private static final String UTF_8 = "UTF-8";

  /// Letters of an encoded word, which has 75 with all that belongs to it.
  private static final int WORD = 45;

  /// Twice as much, where each letter is escaped, and a name still fit into a line.
  private static final int LONG = 400;

  private static final String END_OF_BODY = "</body>";

  private MimeLetter() {}

  /// Writes the letter.
  ///
  /// @throws Unfit if a header would hold what ends a header
  static MimeMessage of(Letter letter, Session session, Instant date) throws Unfit {
    check("from", letter.from(), HeaderGuard.offence(letter.from()));
    check("to", letter.to().toString(), HeaderGuard.offence(letter.to().toString()));
    check("subject", letter.subject(), HeaderGuard.offenceInEncodedText(letter.subject()));
    String name = letter.fromName().orElse("");
    check("name", name, HeaderGuard.offenceInEncodedText(name));
    try {
      MimeMessage mime = new Pinned(session, letter.messageId());
      mime.setFrom(
          name.isBlank() ? new InternetAddress(letter.from()) : new Named(letter.from(), name));
      mime.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().toString()));
      mime.setHeader("Subject", MimeUtility.fold("Subject: ".length(), encoded(letter.subject())));
      mime.setSentDate(Date.from(date));
      thread(letter, mime);
      wayOut(letter, mime);
      MimeMultipart parts = new Alternatives(boundary(letter));
      parts.addBodyPart(part(letter.text(), "plain"));
      parts.addBodyPart(part(withPixel(letter), "html"));
      mime.setContent(parts);
      mime.saveChanges();
      return mime;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new Unfit("The mail cannot be written: " + e.getMessage());
    }
  }

  private static void thread(Letter letter, MimeMessage mime) throws MessagingException {
    if (!letter.thread().isEmpty()) {
      mime.setHeader("In-Reply-To", "<" + letter.thread().getLast() + ">");
      StringBuilder references = new StringBuilder();
      letter.thread().forEach(id -> references.append('<').append(id).append(">\r\n "));
      mime.setHeader("References", references.toString().strip());
    }
  }

  /// RFC 2369 and RFC 8058: a mail program offers the way out beside the mail.
  private static void wayOut(Letter letter, MimeMessage mime) throws MessagingException {
    if (letter.wayOut().isPresent()) {
      Letter.WayOut wayOut = letter.wayOut().get();
      mime.setHeader("List-Unsubscribe", "<" + wayOut.url() + ">");
      mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      mime.setHeader("List-Id", "<" + wayOut.list() + ">");
    }
  }

  /// Text that itself reads like encoded words (RFC 2047) is encoded: a reader's program would show
  /// what they stand for, which may be line breaks and headers. So is a long one, which may have no
  /// blank to fold it at.
  private static String encoded(String text) throws UnsupportedEncodingException {
    boolean safe = !text.contains("=?") && text.length() <= LONG;
    if (safe || !US_ASCII.newEncoder().canEncode(text)) {
      return MimeUtility.encodeText(text, UTF_8, null);
    }
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < text.length(); at += WORD) {
      String piece = text.substring(at, Math.min(at + WORD, text.length()));
      words
          .append(at > 0 ? "\r\n " : "")
          .append("=?UTF-8?B?")
          .append(Base64.getEncoder().encodeToString(piece.getBytes(US_ASCII)))
          .append("?=");
    }
    return words.toString();
  }

  private static void check(String where, String value, Optional<String> offence) throws Unfit {
    if (offence.isPresent()) {
      throw new Unfit("The " + where + " of the mail holds " + offence.get() + ".");
    }
    if (value.length() > 998) {
      throw new Unfit("The " + where + " of the mail is longer than 998 characters.");
    }
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /// The pixel stands last, so that a reader's program fetches it when it has shown the rest.
  private static String withPixel(Letter letter) {
    String html = letter.html();
    if (letter.pixel().isEmpty()) {
      return html;
    }
    String image =
        "<img src=\""
            + letter.pixel().get()
            + "\" width=\"1\" height=\"1\" alt=\"\" style=\"border:0;width:1px;height:1px\">";
    int end = endOfBody(html);
    return html.substring(0, end) + image + html.substring(end);
  }

  /// Compared letter by letter: a text written small may be longer than it was.
  private static int endOfBody(String html) {
    for (int at = html.length() - END_OF_BODY.length(); at >= 0; at--) {
      if (html.regionMatches(true, at, END_OF_BODY, 0, END_OF_BODY.length())) {
        return at;
      }
    }
    return html.length();
  }

  /// Cannot occur in a quoted-printable part, which writes every `=` as `=3D`.
  private static String boundary(Letter letter) {
    return "=_" + letter.email().toString().replace("-", "");
  }

  /// The mail is not fit to leave, whatever is tried.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String words) {
      super(words);
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }

  /// An address with a name.
  private static final class Named extends InternetAddress {
    private static final long serialVersionUID = 1L;

    Named(String address, String name) throws MessagingException, UnsupportedEncodingException {
      super(address);
      personal = name;
      encodedPersonal = encoded(name);
    }
  }

  /// Keeps our Message-ID: saving a message makes a new one otherwise.
  private static final class Pinned extends MimeMessage {
    private final String id;

    Pinned(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }

  private static final class Alternatives extends MimeMultipart {
    Alternatives(String boundary) throws MessagingException {
      super("alternative");
      ContentType type = new ContentType(getContentType());
      type.setParameter("boundary", boundary);
      contentType = type.toString();
    }
  }
}
