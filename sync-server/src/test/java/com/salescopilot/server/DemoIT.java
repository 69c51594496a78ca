package com.salescopilot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.model.value.ValueJson;
import com.salescopilot.server.contract.WatchedClient;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The `demo` and `demo-data` commands as a person and a script meet them.
final class DemoIT {
  @TempDir static Path scratch;

  private final HttpClient http = new WatchedClient();

  @Test
  void the_demo_says_how_to_sign_in_and_shows_the_sample_and_every_mail_and_leaves_nothing()
      throws Exception {
    Path temp = Files.createDirectory(scratch.resolve("tmp"));
    try (ServerProcess demo =
        ServerProcess.start(
            scratch, Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temp), "demo")) {
      demo.awaitReady();
      String token =
          signIn(demo, demo.value("SIGN-IN", "email"), demo.value("SIGN-IN", "password"))
              .path("token")
              .asText();
      assertThat(prospects(demo, token)).isEqualTo(60);

      mail(URI.create(demo.value("MAILBOX", "smtp")), "somebody@else.example");
      assertThat(subject(demo)).isEqualTo("Hello");

      demo.terminate();
      assertThat(demo.exitCode()).isZero();
      assertThat(temp).isEmptyDirectory();
    }
  }

  @Test
  void demo_data_is_loaded_once_however_often_it_is_asked_for() {
    Map<String, String> here = Map.of("SC_DATA_DIR", scratch.resolve("data").toString());
    String email;
    String password;
    try (ServerProcess first = ServerProcess.start(scratch, here, "demo-data")) {
      assertThat(first.exitCode()).as(first::stderr).isZero();
      email = first.value("SIGN-IN", "email");
      password = first.value("SIGN-IN", "password");
    }
    try (ServerProcess again = ServerProcess.start(scratch, here, "demo-data")) {
      assertThat(again.exitCode()).isZero();
      assertThat(again.stdout()).singleElement().asString().contains("stays as it is");
    }
    try (ServerProcess server = ServerProcess.start(scratch, here).awaitReady()) {
      assertThat(prospects(server, signIn(server, email, password).path("token").asText()))
          .isEqualTo(60);
    }
  }

  private JsonNode signIn(ServerProcess server, String email, String password) {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    return json(
        HttpRequest.newBuilder(server.at("api").resolve("/api/auth/login"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private int prospects(ServerProcess server, String token) {
    return json(HttpRequest.newBuilder(server.at("api").resolve("/api/prospects?limit=1"))
            .header("Authorization", "Bearer " + token))
        .path("total")
        .asInt();
  }

  private JsonNode json(HttpRequest.Builder request) {
    return ValueJson.tree(ServerProcess.send(http, request).body());
  }

  private static void mail(URI smtp, String to) throws MessagingException {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", smtp.getHost());
    settings.put("mail.smtp.port", Integer.toString(smtp.getPort()));
    MimeMessage message = new MimeMessage(Session.getInstance(settings));
    message.setFrom("ada@salescopilot.example");
    message.setRecipients(Message.RecipientType.TO, to);
    message.setSubject("Hello");
    message.setText("Hello");
    Transport.send(message);
  }

  private static String subject(ServerProcess demo) throws MessagingException {
    URI imap = URI.create(demo.value("MAILBOX", "imap"));
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect(
          imap.getHost(),
          imap.getPort(),
          demo.value("MAILBOX", "user"),
          demo.value("MAILBOX", "password"));
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        return inbox.getMessage(1).getSubject();
      }
    }
  }
}
