package com.salescopilot.desktop.demo;

import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.ServerProcess;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Those who are written to: they find mails in their mailbox, look at them, and answer.
public final class OtherPeople implements AutoCloseable {
  private static final Pattern PIXEL =
      Pattern.compile("<img[^>]+src=\"(http[^\"]+/o/([^\"]+)\\.gif)\"");
  private static final String READER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.2";

  private final Mailbox mailbox;
  private final URI tracking;
  private final HttpClient http = HttpClient.newHttpClient();

  /// @param tracking where the server that wrote to them listens for their answers
  public OtherPeople(Mailbox mailbox, URI tracking) {
    this.mailbox = mailbox;
    this.tracking = tracking;
  }

  /// Those to whom the server's demo writes.
  static OtherPeople of(ServerProcess demo) {
    return new OtherPeople(
        new Mailbox(
            URI.create(demo.value("MAILBOX", "imap")),
            demo.value("MAILBOX", "user"),
            demo.value("MAILBOX", "password")),
        demo.at("tracking"));
  }

  /// Where their mails can be read.
  public record Mailbox(URI imap, String user, String password) {}

  /// A mail that arrived.
  ///
  /// @param pixel the address of the picture in it
  /// @param proof what shows that somebody has the mail
  public record Arrived(String subject, String html, String pixel, String proof) {}

  /// The mails that arrived for an address.
  public List<Arrived> mailsOf(String address) throws MessagingException, IOException {
    return read(address, OtherPeople::arrived);
  }

  /// The plain words of the mails that arrived for an address.
  public List<String> wordsOf(String address) throws MessagingException, IOException {
    return read(address, mail -> text(mail, "text/plain"));
  }

  private interface Reader<T> {
    T of(Message mail) throws MessagingException, IOException;
  }

  private <T> List<T> read(String address, Reader<T> reader)
      throws MessagingException, IOException {
    List<T> found = new ArrayList<>();
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect(
          mailbox.imap().getHost(), mailbox.imap().getPort(), mailbox.user(), mailbox.password());
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        for (Message mail : inbox.getMessages()) {
          if (mail.getAllRecipients()[0].toString().equals(address)) {
            found.add(reader.of(mail));
          }
        }
      }
    }
    return found;
  }

  /// Looks at a mail, which fetches its picture.
  public void open(Arrived mail) {
    expect(200, HttpRequest.newBuilder(URI.create(mail.pixel())).header("User-Agent", READER));
  }

  /// Answers a mail.
  ///
  /// @param id of the mail at its sender
  public void reply(Arrived mail, UUID id, String text) {
    Map<String, Value> answer =
        Map.of(
            "email_id", Value.text(id.toString()),
            "reply_subject", Value.text("Re: " + mail.subject()),
            "reply_body", Value.text(text),
            "token", Value.text(mail.proof()));
    expect(
        202,
        HttpRequest.newBuilder(tracking.resolve("/webhooks/email/reply"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    CanonicalJson.of(new Value.Fields(new TreeMap<>(answer))))));
  }

  private void expect(int status, HttpRequest.Builder request) {
    int answered = ServerProcess.send(http, request).statusCode();
    if (answered != status) {
      throw new AssertionError("the server answers " + answered + ", not " + status);
    }
  }

  private static Arrived arrived(Message mail) throws MessagingException, IOException {
    String html = text(mail, "text/html");
    Matcher pixel = PIXEL.matcher(html);
    if (!pixel.find()) {
      throw new AssertionError("the mail has no picture: " + html);
    }
    return new Arrived(mail.getSubject(), html, pixel.group(1), pixel.group(2));
  }

  private static String text(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    StringBuilder found = new StringBuilder();
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        found.append(text(parts.getBodyPart(i), type));
      }
    }
    return found.toString();
  }

  @Override
  public void close() {
    http.close();
  }
}
