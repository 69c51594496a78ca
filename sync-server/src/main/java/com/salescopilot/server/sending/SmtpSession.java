package com.salescopilot.server.sending;

import com.salescopilot.model.mail.SmtpReply;
import com.salescopilot.server.egress.Trouble;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// One connection to a mail server that knows how far it is, so that a failure can be judged: what
/// broke before the final dot was not taken, what broke after it may have been.
final class SmtpSession extends SMTPTransport {
  private static final int MOST_MAILS = 100;

  private final SmtpAccount account;
  private final Sockets sockets;
  private Step step = Step.CONNECT;
  private Optional<SmtpReply> refusal = Optional.empty();
  private Optional<SmtpReply> verdict = Optional.empty();
  private @Nullable Dot dot;
  private int mails;
  private boolean broken;
  private boolean heard;

  private enum Step {
    /// Until the server is ready to take a mail.
    CONNECT,
    /// Who it is from and for.
    ENVELOPE,
    /// Its text.
    BODY,
    /// The dot may have left.
    DOT
  }

  /// Asked at the last moment, with the whole mail on the wire but for its end.
  interface Dot {
    /// Marks the mail as leaving.
    ///
    /// @return false if it must not leave
    boolean mayLeave();

    /// No answer came in time; there may be one yet.
    void doubted();
  }

  private SmtpSession(SmtpAccount account, Sockets sockets, Session session) {
    super(
        session,
        new URLName("smtp", account.relay().host(), account.relay().port(), null, null, null));
    this.account = account;
    this.sockets = sockets;
  }

  /// A connection that is not open yet.
  static SmtpSession to(SmtpAccount account) {
    Sockets sockets = new Sockets(account.egress());
    return new SmtpSession(account, sockets, account.session(sockets));
  }

  Session session() {
    return session;
  }

  /// Whether another mail may go over this connection.
  boolean reusable() {
    return !broken && mails < MOST_MAILS;
  }

  /// Connects.
  ///
  /// @return what is wrong, if something is
  Optional<Attempt> open() {
    try {
      Relay relay = account.relay();
      connect(relay.host(), relay.port(), relay.user().orElse(null), relay.password().orElse(null));
      return Optional.empty();
    } catch (MessagingException e) {
      broken = true;
      return Optional.of(
          new Attempt.Unreachable(Trouble.behind(e).map(Trouble::text).orElse(words(e))));
    }
  }

  /// Sends a mail over the open connection.
  Attempt send(MimeMessage mail, Dot last) {
    step = Step.ENVELOPE;
    heard = false;
    refusal = Optional.empty();
    verdict = Optional.empty();
    dot = last;
    mails++;
    Attempt attempt = attempt(mail);
    if (!(attempt instanceof Attempt.Accepted)) {
      end();
    }
    return attempt;
  }

  private Attempt attempt(MimeMessage mail) {
    try {
      Address[] to = mail.getAllRecipients();
      sendMessage(mail, to);
      return judged().orElseGet(() -> new Attempt.Doubtful("The server's answer is unreadable."));
    } catch (MessagingException | RuntimeException e) {
      return judged().orElseGet(() -> unanswered(e));
    }
  }

  /// What the server said about the whole mail, or about its envelope, outranks what broke later.
  private Optional<Attempt> judged() {
    Optional<SmtpReply> said = step == Step.DOT ? verdict : refusal;
    return said.map(
        reply -> {
          String words = words(reply);
          if (reply.code() < 300) {
            return new Attempt.Accepted(words);
          }
          if (reply.isPositive()) {
            return new Attempt.Doubtful("The server answered out of turn: " + words);
          }
          return reply.isTransient() ? new Attempt.Deferred(words) : new Attempt.Refused(words);
        });
  }

  private Attempt unanswered(Exception e) {
    if (e instanceof MessagingException broke && broke.getNextException() instanceof Held) {
      return new Attempt.Withheld("It was held back at the last moment.");
    }
    return switch (step) {
      case CONNECT, ENVELOPE, BODY -> new Attempt.Cut(words(e));
      case DOT -> new Attempt.Doubtful("No answer after the whole mail was sent: " + words(e));
    };
  }

  @Override
  protected OutputStream data() throws MessagingException {
    OutputStream out = super.data();
    step = Step.BODY;
    return out;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    Dot last = dot;
    if (last == null || !last.mayLeave()) {
      throw new Held(); // an IOException makes Angus close the connection without another word
    }
    sockets.patience(account.patience().afterDot());
    try {
      super.finishData();
    } catch (MessagingException e) {
      if (verdict.isPresent() || !(e.getNextException() instanceof SocketTimeoutException)) {
        throw e;
      }
      last.doubted();
      sockets.patience(account.patience().late());
      int late = readServerResponse();
      if (late != 250) {
        throw e;
      }
      broken = true;
    }
    sockets.patience(account.patience().beforeDot());
  }

  /// The dot counts as sent as soon as it is written: a failing write sends nothing of it.
  @Override
  protected void sendCommand(String command) throws MessagingException {
    super.sendCommand(command);
    if (command.equals(".") && step == Step.BODY) {
      step = Step.DOT;
    }
  }

  /// Keeps the first answer that decides: Angus asks for more (RSET, QUIT) before it tells us.
  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    Optional<SmtpReply> reply = SmtpReply.parse(getLastServerResponse());
    heard |= reply.isPresent();
    if (step == Step.DOT && verdict.isEmpty()) {
      verdict = reply;
    } else if (step == Step.ENVELOPE && refusal.isEmpty()) {
      refusal = reply.filter(said -> !said.isPositive());
    }
    return code;
  }

  /// Whether the server hung up before it heard of the mail.
  boolean fellSilent() {
    return step == Step.ENVELOPE && !heard;
  }

  /// Ends the connection from another thread.
  void cut() {
    sockets.cut();
  }

  /// Ends the connection; says goodbye if nothing is in the air.
  void end() {
    broken = true;
    try {
      if (step != Step.BODY) {
        close();
      }
    } catch (MessagingException _) {
      // what was to be known of the last mail is known
    } finally {
      sockets.cut();
    }
  }

  private static String words(SmtpReply reply) {
    String enhanced = reply.enhanced().map(code -> code + " ").orElse("");
    return (reply.code() + " " + enhanced + reply.text()).strip();
  }

  private static String words(Exception e) {
    String said = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
    return said.length() > 300 ? said.substring(0, 300) : said;
  }

  /// The last moment said no.
  private static final class Held extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
