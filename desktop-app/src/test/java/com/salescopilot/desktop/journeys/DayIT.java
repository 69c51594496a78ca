package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.demo.OtherPeople;
import com.salescopilot.desktop.demo.OtherPeople.Arrived;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day that everything else is for: written while the server is away, killed, and nothing is
/// lost or doubled; what comes back is seen where one looks for it.
final class DayIT {
  private static final Duration SENDING = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Person MIRA = new Person("Mira", "Holm", "mira@northlight.example");
  private static final Person NOOR = new Person("Noor", "Aziz", "noor@southgate.example");

  @TempDir Path scratch;

  /// Somebody who is written to.
  private record Person(String first, String last, String address) {
    String name() {
      return first + " " + last;
    }
  }

  @Test
  void what_was_written_without_a_server_outlives_the_program_leaves_once_and_comes_back()
      throws Exception {
    Path profile = scratch.resolve("profile");
    try (LastingServer server = new LastingServer(scratch).start().withAda()) {
      try (AppProcess app = AppProcess.start(profile, server.api().toString())) {
        app.signIn(LastingServer.ADA, LastingServer.PASSWORD);
        addProspect(app, MIRA);
        addProspect(app, NOOR);
        makeCampaign(app);
        app.reads("#sync-chip", "Up to date");
        server.stop();
        write(app, MIRA);
        app.press("Shortcut+Enter");
        app.reads(".toasts", "leaves when you are online");
        write(app, NOOR);
        app.click("#send");
        app.reads(".toasts", "leaves when you are online");
        app.reads("#sync-chip", "changes wait");
        app.kill();
      }
      try (AppProcess app = AppProcess.start(profile, "")) {
        nothingIsLost(app);
        OtherPeople people = back(server, app);
        try (people) {
          List<Arrived> mails =
              List.of(arrivesOnce(people, app, MIRA), arrivesOnce(people, app, NOOR));
          assertThat(mails).allSatisfy(mail -> assertThat(mail.html()).contains("Dear "));
          comesBack(server, app, people, mails);
          injectDouble(server.smtp(), mails.getFirst());
          assertThat(people.mailsOf(MIRA.address()))
              .as("control: a mail that came twice is found")
              .hasSize(2);
        }
      }
    }
  }

  private static void addProspect(AppProcess app, Person who) {
    app.click("#go-prospects").click("#add");
    app.fill("#newEmail", who.address()).fill("#newFirstName", who.first());
    app.fill("#newLastName", who.last()).click("#saveNewButton");
    app.reads("#table", who.address());
  }

  private static void makeCampaign(AppProcess app) {
    app.click("#go-campaigns").click("#create").shows("#nameField");
    app.fill("#name", "Spring").reads("#table", "Mira", "Noor");
    app.click("#markFound").reads("#count", "2 marked");
    app.click("#create").reads("#enrolments", MIRA.name(), NOOR.name());
    app.clickOn("Start").reads("#status", "Active");
  }

  private static void write(AppProcess app, Person who) {
    app.click("#go-campaigns").reads("#table", "Spring").press("Down");
    app.clickOn("Spring").press("Enter").reads("#enrolments", who.name());
    app.clickOn("Write to " + who.name()).reads("#people", who.name());
    app.fill("#subject", "A question, " + who.first());
    app.click("#editor").type("Dear " + who.first() + ", one question.");
    app.reads("#state", "Kept");
  }

  private static void nothingIsLost(AppProcess app) {
    app.reads("#sync-chip", "Sign in to sync", "changes wait");
    app.click("#go-sync").reads("#waiting", "Mail to " + MIRA.address(), NOOR.address());
    app.click("#go-prospects").reads("#table", MIRA.address(), NOOR.address());
    app.clickOn("Mira").press("Enter").reads("#happenings", "Waits", "A question, Mira");
  }

  private static OtherPeople back(LastingServer server, AppProcess app) {
    OtherPeople people = server.start().people();
    app.click("#sync-chip").click("#signIn").fill("#password", LastingServer.PASSWORD);
    app.click("#enter").shows("#sync-chip");
    return people;
  }

  private static Arrived arrivesOnce(OtherPeople people, AppProcess app, Person who)
      throws Exception {
    app.shows("#feed").reads("#feed", "Sent to " + who.name());
    await()
        .atMost(SENDING)
        .untilAsserted(() -> assertThat(people.mailsOf(who.address())).isNotEmpty());
    assertThat(people.mailsOf(who.address())).as("mails to " + who).hasSize(1);
    return people.mailsOf(who.address()).getFirst();
  }

  /// Four things come back, and each is waited for on all three screens.
  private static void comesBack(
      LastingServer server, AppProcess app, OtherPeople people, List<Arrived> mails) {
    List<Duration> took = new ArrayList<>();
    List<Person> readers = List.of(MIRA, NOOR);
    for (int i = 0; i < readers.size(); i++) {
      Person who = readers.get(i);
      Arrived mail = mails.get(i);
      UUID id = server.mailTo(who.first());
      String opens = (i + 1) + " of 2";
      app.click("#go-dashboard").shows("#feed");
      long opened = System.nanoTime();
      people.open(mail);
      app.reads("#feed", who.name() + " opened it");
      onProspectAndCampaign(app, who, "Opened", "#openedCard", opens);
      took.add(since(opened));
      app.click("#go-dashboard").shows("#feed");
      long replied = System.nanoTime();
      people.reply(mail, id, "Two days. Tell me more.");
      app.reads("#feed", who.name() + " replied");
      onProspectAndCampaign(app, who, "Replied", "#repliedCard", opens);
      took.add(since(replied));
    }
    System.out.println("shown on dashboard, prospect and campaign after " + took);
    assertThat(took.stream().sorted().toList().get(1)).isLessThanOrEqualTo(SOON);
  }

  private static void onProspectAndCampaign(
      AppProcess app, Person who, String happened, String card, String number) {
    goTo(app, who.first());
    app.reads("#happenings", happened, "A question, " + who.first());
    goTo(app, "Spring");
    app.reads(card, number);
  }

  /// By the keys: the palette finds it.
  private static void goTo(AppProcess app, String name) {
    app.press("Shortcut+K").type(name).reads("#palette-list", name).press("Enter");
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void injectDouble(URI smtp, Arrived mail) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", smtp.getHost());
    properties.put("mail.smtp.port", Integer.toString(smtp.getPort()));
    MimeMessage again = new MimeMessage(Session.getInstance(properties));
    again.setFrom(new InternetAddress(LastingServer.ADA));
    again.setRecipient(Message.RecipientType.TO, new InternetAddress(MIRA.address()));
    again.setSubject(mail.subject());
    again.setContent(mail.html(), "text/html");
    Transport.send(again);
  }
}
