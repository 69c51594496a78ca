package com.salescopilot.server.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;

/// A mail server inside the process: it takes every mail, passes none on, and shows all of them
/// over IMAP. What is written to its owner goes to the owner's inbox, everything else to one inbox
/// for all other people of the world.
public final class TestMailbox implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String EVERYONE = "everyone";

  private final GreenMail mail;
  private final String owner;

  private TestMailbox(GreenMail mail, String owner) {
    this.mail = mail;
    this.owner = owner;
  }

  /// Listens on two free ports.
  ///
  /// @param owner the address of who sends
  public static TestMailbox start(String owner) {
    GreenMail mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
            });
    mail.start();
    GreenMailUser own = mail.setUser(owner, owner, EVERYONE);
    GreenMailUser others = mail.setUser("everyone@world.example", EVERYONE, EVERYONE);
    mail.getUserManager()
        .setMessageDeliveryHandler((_, to) -> to.getEmail().equalsIgnoreCase(owner) ? own : others);
    return new TestMailbox(mail, owner);
  }

  /// The settings of a server that sends through it.
  public Map<String, String> settings() {
    return Map.of(
        "SC_SMTP_HOST",
        HOST,
        "SC_SMTP_PORT",
        Integer.toString(mail.getSmtp().getPort()),
        "SC_SMTP_TLS",
        "none",
        "SC_SMTP_FROM",
        owner);
  }

  /// Where the mails can be read, in a line for a person and for a script.
  public String instructions() {
    return "MAILBOX imap=imap://%s:%d user=%s password=%s smtp=smtp://%s:%d"
        .formatted(
            HOST, mail.getImap().getPort(), EVERYONE, EVERYONE, HOST, mail.getSmtp().getPort());
  }

  @Override
  public void close() {
    mail.stop();
  }
}
