package com.salescopilot.server.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever an address looks like, and whoever asks: nothing inside is reached that is not allowed.
final class EgressTest {
  private static final String HTTP = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  /// Ways to write this machine, its neighbours and what belongs to nobody.
  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.1",
          "127.0.1",
          "2130706433",
          "017700000001",
          "0x7f000001",
          "0177.0.0.1",
          "0x7f.0.0.1",
          "0x7f.1",
          "127.0.0.001",
          "127.000.000.001",
          "127.255.255.254",
          "127.0.0.1.",
          "localhost",
          "localhost.",
          "LocalHost",
          "0.0.0.0",
          "0",
          "[::1]",
          "[::]",
          "[0:0:0:0:0:0:0:1]",
          "[0000:0000:0000:0000:0000:0000:0000:0001]",
          "[::1%1]",
          "[::1%25lo]",
          "[fe80::1%1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[::ffff:0:127.0.0.1]",
          "[::127.0.0.1]",
          "[64:ff9b::7f00:1]",
          "[64:ff9b::127.0.0.1]",
          "[64:ff9b:1::7f00:1]",
          "[2002:7f00:1::]",
          "[2002:7f00:1::1]",
          "[2002:a00:1::1]",
          "[2001::7f00:1]",
          "[2001:db8::1]",
          "[3fff::1]",
          "[fc00::1]",
          "[fd00:ec2::254]",
          "[fec0::1]",
          "[ff02::1]",
          "[100::1]",
          "169.254.169.254",
          "10.0.0.1",
          "100.64.0.1",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.1",
          "192.0.2.1",
          "192.168.0.1",
          "198.18.0.1",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "240.0.0.1",
          "255.255.255.255",
          "１２７.０.０.１",
          "①②⑦.⓪.⓪.①",
          "127。0。0。1",
          "127.0.0.1%00.example.org",
          "inside.example",
          "changing.example");

  private final Canary canary = Canary.on(HTTP, "127.0.0.1", "::1");
  private final AtomicInteger asked = new AtomicInteger();

  private enum Client {
    WEB,
    SMTP,
    IMAP
  }

  @AfterEach
  void close() {
    canary.close();
  }

  /// Knows two names, and otherwise what the machine knows without asking anybody.
  private List<InetAddress> resolve(String name) throws UnknownHostException {
    return switch (name) {
      case "inside.example" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
      case "changing.example" ->
          List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.3" : "127.0.0.1"));
      default -> {
        if (name.endsWith(".org")) {
          throw new UnknownHostException(name);
        }
        yield List.of(InetAddress.getAllByName(name));
      }
    };
  }

  private Egress egress(String... ranges) {
    return new Egress(
        Arrays.stream(ranges).map(Allowed::parse).toList(),
        Set.of(),
        this::resolve,
        (_, _) -> true);
  }

  @Test
  void none_of_these_forms_reaches_anything_by_any_client() throws IOException {
    List<String> hosts = new ArrayList<>(HOSTS);
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !Reach.global(Reach.unwrapped(address)))
        .map(address -> address.getHostAddress().replaceAll("%.*", ""))
        .forEach(text -> hosts.add(text.contains(":") ? "[" + text + "]" : text));
    int tried = 0;
    Map<String, String> through = new LinkedHashMap<>();
    for (Client client : Client.values()) {
      for (String host : hosts) {
        tried++;
        asked.set(1); // the changing name leads inside
        String end = end(client, egress(), host);
        if (end.isEmpty()) {
          through.put(client + " " + host, end);
        }
      }
    }
    assertThat(through).isEmpty();
    assertThat(canary.connections()).isZero();
    assertThat(tried).isGreaterThan(120);
  }

  @Test
  void control_what_is_allowed_is_reached_in_many_of_these_forms_by_every_client() {
    Egress open = egress("127.0.0.0/8", "::1/128", "0.0.0.0/32", "::/128");
    for (Client client : Client.values()) {
      int before = canary.connections();
      for (String host : HOSTS) {
        if (!host.startsWith("[64:") && !host.startsWith("[2002:")) { // would leave this machine
          String _ = end(client, open, host);
        }
      }
      assertThat(canary.connections() - before).as("%s", client).isGreaterThan(8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user@127.0.0.1:%d/",
        "http://user:secret@127.0.0.1:%d/",
        "http://93.184.216.34@127.0.0.1:%d/",
        "http://127.0.0.1:%d/?@example.org",
        "http://127.0.0.1:%d/#@example.org",
        "http://127.0.0.1:%d@example.org/",
        "https://127.0.0.1:%d/",
        "http:127.0.0.1:%d/",
        "http:///127.0.0.1:%d/",
        "ftp://127.0.0.1:%d/",
        "file:///etc/passwd",
        "jar:http://127.0.0.1:%d/!/",
        "http://localhost.:%d/",
        "HTTP://LOCALHOST:%d/"
      })
  void no_web_address_hides_where_it_leads(String form) {
    URI address = URI.create(form.formatted(canary.port()));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> egress().web().get(address, Map.of()));
    assertThat(canary.connections()).isZero();
  }

  @Test
  void a_name_that_changes_where_it_leads_is_judged_at_every_connection_and_asked_once()
      throws IOException {
    try (Canary innocent = Canary.on(HTTP, "127.0.0.3")) {
      Egress egress = egress("127.0.0.3/32");
      for (int i = 0; i < 5; i++) {
        int before = asked.get();
        InetSocketAddress there =
            InetSocketAddress.createUnresolved(
                "changing.example", before == 0 ? innocent.port() : canary.port());
        try (Socket socket = egress.sockets(Use.MAIL).createSocket()) {
          socket.connect(there, 10_000);
          assertThat(before).isZero();
        } catch (EgressRefused _) {
          assertThat(before).isPositive();
        }
        assertThat(asked.get()).isEqualTo(before + 1);
      }
      // whoever listens hears of a connection a moment after it stands
      await().atMost(Duration.ofSeconds(10)).until(innocent::connections, made -> made == 1);
    }
    assertThat(canary.connections()).isZero();
  }

  @Test
  void a_redirect_is_an_answer_and_not_followed() throws IOException {
    String redirect =
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:"
            + canary.port()
            + "/\r\nContent-Length: 0\r\n\r\n";
    try (Canary allowed = Canary.on(redirect, "127.0.0.3")) {
      WebClient web = egress("127.0.0.3/32").web();
      URI address = URI.create("http://127.0.0.3:" + allowed.port() + "/");
      assertThat(web.get(address, Map.of()).status()).isEqualTo(302);
      assertThat(web.post(address, Map.of(), Map.of("a", "b")).status()).isEqualTo(302);
      assertThat(allowed.connections()).isEqualTo(2);
    }
    assertThat(canary.connections()).isZero();
  }

  @Test
  void an_answer_may_be_a_mebibyte_long_and_no_longer() throws IOException {
    for (int more = 0; more < 2; more++) {
      String body = "x".repeat((1 << 20) + more);
      String says = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
      try (Canary server = Canary.on(says, "127.0.0.1")) {
        WebClient web = egress("127.0.0.0/8").web();
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/");
        if (more == 0) {
          assertThat(web.get(address, Map.of()).body()).hasSameSizeAs(body);
        } else {
          assertThatExceptionOfType(IOException.class)
              .isThrownBy(() -> web.get(address, Map.of()))
              .withMessageContaining("longer");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL,93.184.216.34,25,true",
    "MAIL,93.184.216.34,465,true",
    "MAIL,93.184.216.34,587,true",
    "MAIL,93.184.216.34,143,true",
    "MAIL,93.184.216.34,993,true",
    "MAIL,93.184.216.34,443,false",
    "MAIL,93.184.216.34,22,false",
    "MAIL,2606:2800:220:1::1,25,true",
    "MAIL,64:ff9b::5db8:d822,25,true",
    "MAIL,2002:5db8:d822::1,25,true",
    "WEB,93.184.216.34,443,true",
    "WEB,93.184.216.34,80,false",
    "WEB,93.184.216.34,25,false",
    "PLAIN_WEB,93.184.216.34,80,false",
    "PLAIN_WEB,93.184.216.34,443,false",
    "MAIL,10.1.2.3,25,true",
    "MAIL,10.1.2.3,22,true",
    "MAIL,10.2.2.3,25,false",
    "PLAIN_WEB,10.1.2.3,80,true",
    "MAIL,10.9.0.1,2525,true",
    "MAIL,10.9.0.1,25,false",
    "MAIL,64:ff9b::a01:203,22,true",
    "WEB,10.8.0.1,9443,true",
    "WEB,10.8.0.1,9444,false",
    "WEB,10.8.0.2,9443,false"
  })
  void the_internet_is_open_at_the_ports_of_the_use_and_the_rest_as_far_as_allowed(
      Use use, String address, int port, boolean open) throws IOException {
    Egress egress =
        new Egress(
            List.of(Allowed.parse("10.1.0.0/16"), Allowed.parse("10.9.0.0/16:2525")),
            Set.of(new Endpoint("10.8.0.1", 9_443)),
            Resolver.system());
    InetSocketAddress there = new InetSocketAddress(InetAddress.ofLiteral(address), port);
    assertThat(egress.mayConnect(use, there)).isEqualTo(open);
  }

  @Test
  void a_machine_that_the_environment_names_is_reached_by_its_name_and_port_alone()
      throws IOException {
    Egress egress =
        new Egress(List.of(), Set.of(new Endpoint("Inside.Example", canary.port())), this::resolve);
    URI named = URI.create("http://inside.example:" + canary.port() + "/");
    assertThat(egress.web().get(named, Map.of()).body()).isEqualTo("hi");
    for (String other : List.of("127.0.0.1", "localhost", "inside.example.")) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  egress.web().get(URI.create("http://" + other + ":" + canary.port()), Map.of()));
    }
    assertThat(canary.connections()).isEqualTo(1);
  }

  @Test
  void a_user_hears_one_of_few_sentences() {
    assertThat(Trouble.behind(new MessagingException("x", new EgressRefused("y"))))
        .contains(Trouble.NOT_ALLOWED);
    assertThat(Trouble.behind(new MessagingException("x", new UnknownHostException("y"))))
        .contains(Trouble.NAME_UNKNOWN);
    assertThat(Trouble.behind(new IllegalStateException("x"))).isEmpty();
    assertThat(Arrays.stream(Trouble.values()).map(Trouble::text))
        .allMatch(text -> text.matches("[A-Z][^.]+\\."));
  }

  /// How an attempt to say hello ends; empty if there was an answer.
  private String end(Client client, Egress egress, String host) {
    try {
      switch (client) {
        case WEB -> {
          WebClient.Answer _ =
              egress.web().get(URI.create("http://" + host + ":" + canary.port()), Map.of());
        }
        case SMTP -> connect("smtp", egress, host);
        case IMAP -> connect("imap", egress, host);
      }
      return "";
    } catch (IOException | MessagingException | IllegalArgumentException e) {
      return e.toString();
    }
  }

  private void connect(String protocol, Egress egress, String host) throws MessagingException {
    Properties mail = new Properties();
    mail.put("mail." + protocol + ".socketFactory", egress.sockets(Use.MAIL));
    mail.put("mail." + protocol + ".socketFactory.fallback", "false");
    mail.put("mail." + protocol + ".connectiontimeout", "5000");
    mail.put("mail." + protocol + ".timeout", "5000");
    Session session = Session.getInstance(mail);
    String bare = host.replaceAll("[\\[\\]]", "");
    if (protocol.equals("smtp")) {
      session.getTransport(protocol).connect(bare, canary.port(), "user", "password");
    } else {
      session.getStore(protocol).connect(bare, canary.port(), "user", "password");
    }
  }
}
