package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.platform.SecretStore;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.server.LiveServer;
import com.salescopilot.server.LiveServer.Surface;
import com.salescopilot.server.db.TestDatabase;
import com.salescopilot.server.oidc.TestProvider;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A real window, a real server and a provider that signs: a browser goes the whole way between
/// them, and strangers knock where it comes back.
@Tag("long")
final class ByBrowserTest {
  private static final TestProvider provider = TestProvider.start(Clock.systemUTC());

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db, provider.settings("GOOGLE"));

  @TempDir Path scratch;

  private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();
  private final HttpClient browser =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final String subject = UUID.randomUUID().toString();
  private final String email = "ada-" + subject + "@provider.example";

  @AfterAll
  static void close() {
    provider.close();
  }

  private RealDesk desk(String name) {
    return RealDesk.open(
        scratch.resolve(name),
        server.at(Surface.API).toString(),
        SecretStore.inMemory(),
        new Outside(Optional.empty(), opened::add));
  }

  private String shown() throws InterruptedException {
    String link = opened.poll(30, TimeUnit.SECONDS);
    assertThat(link).as("what the browser is told to show").isNotNull();
    return link;
  }

  private HttpResponse<String> browse(String address) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static String loopback(String link) {
    Matcher found = Pattern.compile("redirect_uri=([^&]+)").matcher(link);
    assertThat(found.find()).isTrue();
    return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
  }

  private static String state(String link) {
    Matcher found = Pattern.compile("[?&]state=([^&]+)").matcher(link);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void who_goes_to_google_comes_back_signed_in_and_no_stranger_is_let_in_meanwhile()
      throws Exception {
    provider.reset(subject, email);
    try (RealDesk ada = desk("ada")) {
      ada.ui().until("it is offered", () -> ada.ui().sees("#google"));
      ada.ui().click("#google");
      String link = shown();
      ada.ui().until("one waits", () -> ada.ui().sees("#copyLink"));
      strangersKnock(loopback(link), state(link));
      assertThat(ada.ui().sees("#copyLink")).as("still waiting").isTrue();

      HttpResponse<String> end = browse(link);
      assertThat(end.statusCode()).isEqualTo(200);
      assertThat(end.uri().toString()).startsWith(loopback(link) + "?");
      assertThat(end.body()).contains("You are signed in");
      ada.reads("#sync-chip", "Up to date");

      assertThatThrownBy(() -> browse(end.uri().toString()))
          .as("a second time")
          .isInstanceOf(ConnectException.class);
      ada.ui().go(new Route.Account());
      ada.reads("#links", "the only way into your account");
      assertThat(ada.ui().node("#unlink-GOOGLE").isDisabled()).isTrue();
      assertThat(ada.ui().text("#email")).isEqualTo(email);
    }
  }

  /// None of them knows the state, comes by the right way, or to the right address.
  private void strangersKnock(String loopback, String state) throws Exception {
    URI at = URI.create(loopback);
    for (String bad :
        List.of(
            loopback + "?code=stolen&state=wrong",
            loopback + "?code=stolen",
            loopback + "?state=" + state.substring(1) + "&code=stolen",
            loopback + "/../callback?code=stolen&state=" + state,
            loopback + "/more?code=stolen&state=" + state,
            at.resolve("/other") + "?code=stolen&state=" + state)) {
      assertThat(browse(bad).statusCode()).as(bad).isEqualTo(400);
    }
    String query = "/callback?code=stolen&state=" + state;
    String here = at.getHost() + ":" + at.getPort();
    for (String start :
        List.of(
            "POST " + query + " HTTP/1.1\r\nHost: " + here,
            "GET " + query + " HTTP/1.1\r\nHost: evil.example:" + at.getPort(),
            "GET " + query + " HTTP/1.1\r\nHost: localhost:" + at.getPort(),
            "OPTIONS " + query + " HTTP/1.1\r\nHost: " + here)) {
      try (Socket socket = new Socket(at.getHost(), at.getPort())) {
        socket
            .getOutputStream()
            .write(
                (start + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .as(start)
            .startsWith("HTTP/1.1 400 ");
      }
    }
  }

  @Test
  void an_account_with_a_password_is_linked_and_the_link_ended_in_the_settings() throws Exception {
    provider.reset(subject, email);
    try (RealDesk ben = desk("ben")) {
      ben.ui().go(new Route.Signup());
      ben.ui().fill("#firstName", "Ben").fill("#email", "ben-" + email);
      ben.ui().fill("#password", "correct horse battery").click("#enter");
      ben.reads("#sync-chip", "Up to date");
      ben.ui().go(new Route.Account());
      ben.reads("#links", "Not linked").ui().click("#link-GOOGLE");
      assertThat(browse(shown()).body()).contains("You have come back");
      ben.reads("#links", "Linked as " + email).ui().click("#unlink-GOOGLE");
      ben.reads("#links", "Not linked");
    }
  }

  @Test
  void who_says_no_at_google_reads_so_at_the_door() throws Exception {
    try (RealDesk eve = desk("eve")) {
      eve.ui().until("it is offered", () -> eve.ui().sees("#google"));
      eve.ui().click("#google");
      String link = shown();
      String refused = loopback(link) + "?error=access_denied&state=" + state(link);
      assertThat(browse(refused).statusCode()).isEqualTo(200);
      eve.reads("#problem", "broken off in the browser");
    }
  }
}
