package com.salescopilot.server.sending;

import com.salescopilot.server.egress.Egress;
import jakarta.mail.Session;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;

/// How to talk to a relay: its address, its protection and how long to wait for what.
///
/// @param timer cuts writes that hang
record SmtpAccount(Relay relay, Patience patience, Egress egress, ScheduledExecutorService timer) {
  private static final String CONNECT_MILLIS = "10000";

  /// A session of its own for each connection, as it holds the socket's maker.
  Session session(Sockets sockets) {
    Properties mail = new Properties();
    mail.put("mail.smtp.host", relay.host());
    mail.put("mail.smtp.port", Integer.toString(relay.port()));
    mail.put("mail.smtp.from", relay.from());
    mail.put("mail.smtp.localhost", relay.domain());
    mail.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    mail.put("mail.smtp.timeout", Long.toString(patience.beforeDot().toMillis()));
    mail.put("mail.smtp.writetimeout", Long.toString(patience.beforeDot().toMillis()));
    mail.put("mail.smtp.executor.writetimeout", timer);
    mail.put("mail.smtp.auth", Boolean.toString(relay.user().isPresent()));
    mail.put("mail.smtp.socketFactory.fallback", "false");
    mail.put("mail.smtp.ssl.checkserveridentity", "true");
    mail.put("mail.smtp.allow8bitmime", "false"); // conversion would change what was rendered
    mail.put("mail.smtp.quitwait", "false");
    mail.put("mail.mime.allowutf8", "false");
    switch (relay.security()) {
      case NONE -> mail.put("mail.smtp.socketFactory", sockets.plain());
      case STARTTLS -> {
        mail.put("mail.smtp.socketFactory", sockets.plain());
        mail.put("mail.smtp.starttls.enable", "true");
        mail.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> {
        mail.put("mail.smtp.ssl.enable", "true");
        mail.put("mail.smtp.ssl.socketFactory", sockets.encrypted());
      }
    }
    return Session.getInstance(mail);
  }
}
