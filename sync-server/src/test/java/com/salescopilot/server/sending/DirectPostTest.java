package com.salescopilot.server.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.salescopilot.model.mail.Address;
import com.salescopilot.server.egress.Allowed;
import com.salescopilot.server.egress.Egress;
import com.salescopilot.server.egress.Resolver;
import com.salescopilot.server.post.Note;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server's own notes, to a real mail server.
final class DirectPostTest {
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void aMailServer() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private DirectPost post(int port) {
    Egress egress = new Egress(List.of(Allowed.parse("127.0.0.0/8")), Set.of(), Resolver.system());
    return new DirectPost(Outbox.relay(port), egress, UUID::randomUUID, Clock.systemUTC());
  }

  private static Note note(String text) {
    Address.Parsed parsed = Address.parse("ann@b.example");
    return switch (parsed) {
      case Address.Accepted accepted -> new Note(accepted.address(), "Your code", text);
      case Address.Refused refused -> throw new AssertionError(refused.reason());
    };
  }

  @Test
  void a_note_arrives_as_text_and_as_html_that_runs_nothing() throws Exception {
    DirectPost post = post(server.getSmtp().getPort());
    post.send(() -> Optional.of(note("Type 0123-4567-89AB\n\n<script>alert(1)</script>")));
    assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Your code");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ann@b.example");
    assertThat(mail.getFrom()[0]).hasToString("Sales Copilot <sales@relay.example>");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("0123-4567-89AB");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("0123-4567-89AB", "&lt;script&gt;")
        .doesNotContain("<script", "<img");
    post.stop();
  }

  @Test
  void what_cannot_be_written_or_sent_holds_up_nobody() throws Exception {
    DirectPost nowhere = post(1);
    nowhere.send(() -> Optional.of(note("lost")));
    nowhere.send(
        () -> {
          throw new IllegalStateException("no database");
        });
    nowhere.stop();
    DirectPost post = post(server.getSmtp().getPort());
    post.send(
        () -> {
          throw new IllegalStateException("no database");
        });
    post.send(Optional::empty);
    post.send(() -> Optional.of(note("arrives")));
    assertThat(server.waitForIncomingEmail(30_000, 1)).isTrue();
    post.stop();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }
}
