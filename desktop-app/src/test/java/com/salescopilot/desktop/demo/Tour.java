package com.salescopilot.desktop.demo;

import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.demo.OtherPeople.Arrived;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.Search;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UuidV7;
import com.salescopilot.model.sync.CampaignCommand;
import com.salescopilot.server.ServerProcess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/// The main job in the real window against a real server: a mail is written offline, leaves when
/// the network is back, is opened and answered, and that shows. Anything that does not happen ends
/// it with an error.
final class Tour {
  private static final Duration SENDING = Duration.ofSeconds(60);
  private static final String MIRA = "mira.holm@northlight.example";

  private final ServerProcess server;
  private final Path profile;
  private final Path pictures;
  private final PrintStream told;

  Tour(ServerProcess server, Path profile, Path pictures, PrintStream told) {
    this.server = server;
    this.profile = profile;
    this.pictures = pictures;
    this.told = told;
  }

  void run() throws Exception {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    UuidV7 ids = new UuidV7(clock, random);
    try (Profile machine = Profile.open(profile, clock, ids::next);
        Desk desk = new Desk(machine, clock, ids::next, random);
        OtherPeople people = OtherPeople.of(server);
        Ui ui = Ui.open(desk, Ui.Setting.USUAL, server.at("api").toString())) {
      new Walk(desk, people, ui, new Album(ui, pictures)).walk();
    }
    told.println("The pictures are in " + pictures.toAbsolutePath());
  }

  private final class Walk {
    private final Desk desk;
    private final OtherPeople people;
    private final Ui ui;
    private final Album album;

    Walk(Desk desk, OtherPeople people, Ui ui, Album album) {
      this.desk = desk;
      this.people = people;
      this.ui = ui;
      this.album = album;
    }

    void walk() throws Exception {
      signIn();
      UUID mira = addProspect();
      UUID campaign = enrol(mira);
      goOffline();
      UUID mail = writeAndSend(mira, campaign);
      goOnline();
      Arrived arrived = arrival(mail);
      readAndAnswer(arrived, mail);
      lookAround(mira, campaign);
    }

    private void signIn() {
      step("Ada signs in");
      album.take("login");
      ui.go(new Route.Signup());
      album.take("signup");
      ui.go(new Route.Login());
      ui.fill("#email", server.value("SIGN-IN", "email"));
      ui.fill("#password", server.value("SIGN-IN", "password"));
      ui.click("#enter");
      soon("the workspace is here", () -> rows(Entity.PROSPECT).size() == 60);
    }

    private UUID addProspect() {
      step("She adds Mira Holm");
      ui.click("#go-prospects");
      ui.click("#add");
      ui.fill("#newEmail", MIRA).fill("#newFirstName", "Mira").fill("#newLastName", "Holm");
      ui.fill("#newCompany", "Northlight");
      ui.click("#saveNewButton");
      soon("Mira is on the list", () -> !desk.store().prospectsWithEmail(MIRA).isEmpty());
      return desk.store().prospectsWithEmail(MIRA).getFirst().id();
    }

    private UUID enrol(UUID prospect) {
      Doc autumn =
          rows(Entity.CAMPAIGN).stream()
              .filter(row -> row.text("name").orElse("").startsWith("Autumn"))
              .findFirst()
              .orElseThrow();
      new Edits(desk).submit(new CampaignCommand.Enrol(autumn.id(), List.of(prospect)));
      soon("all is on the server", () -> desk.pending() == 0);
      return autumn.id();
    }

    private void goOffline() {
      step("The network is gone");
      ui.click("#go-sync");
      ui.click("#offline");
      ui.until("the chip says so", () -> ui.text("#sync-chip").contains("offline"));
    }

    private UUID writeAndSend(UUID prospect, UUID campaign) {
      step("She writes to Mira and sends");
      UUID draft =
          new Edits(desk)
              .create(
                  Entity.EMAIL_DRAFT,
                  Map.of(
                      "prospectId",
                      prospect.toString(),
                      "campaignId",
                      campaign.toString(),
                      "bodyHtml",
                      "<p>Dear {{firstName}},</p><p>how long does your team need for an offer"
                          + " today? Ours takes four minutes.</p><p>{{sender.firstName}}</p>"))
              .row()
              .id();
      ui.go(Route.Compose.on(draft));
      ui.fill("#subject", "A question about {{company}}");
      RowKey key = new RowKey(Entity.EMAIL_DRAFT, draft);
      soon(
          "the draft is kept",
          () -> desk.store().row(key).flatMap(row -> row.text("subject")).isPresent());
      album.take("compose");
      ui.click("#send");
      soon("the mail is made", () -> !mailsOf(draft).isEmpty());
      UUID mail = mailsOf(draft).getFirst().id();
      ui.click("#go-sync");
      ui.until("the mail waits", () -> ui.sees("#waitingSection"));
      album.take("sync");
      if (!status(mail).equals("PENDING_SEND")) {
        throw new AssertionError("offline, the mail is " + status(mail));
      }
      return mail;
    }

    private List<Doc> mailsOf(UUID draft) {
      return desk.store().related(Relation.MAILS_OF_DRAFT, draft);
    }

    private void goOnline() {
      step("The network is back");
      ui.click("#online");
    }

    private Arrived arrival(UUID mail) throws Exception {
      soon("the mail has left", () -> status(mail).equals("SENT"));
      List<Arrived> arrived = people.mailsOf(MIRA);
      if (arrived.size() != 1) {
        throw new AssertionError(arrived.size() + " mails arrived, not one");
      }
      step("The mail is there, once: " + arrived.getFirst().subject());
      return arrived.getFirst();
    }

    private void readAndAnswer(Arrived arrived, UUID mail) {
      step("Mira reads it and answers");
      people.open(arrived);
      soon("the open is known here", () -> row(mail).whole("opens") == 1);
      people.reply(arrived, mail, "Two days. Tell me more.");
      soon("the answer is known here", () -> row(mail).whole("replies") == 1);
      soon("all is synced", () -> desk.pending() == 0);
    }

    private void lookAround(UUID mira, UUID campaign) {
      step("She looks around");
      pictureOf(new Route.Dashboard(), "dashboard");
      pictureOf(new Route.Campaigns(), "campaigns");
      pictureOf(new Route.CampaignDetail(campaign), "campaign");
      pictureOf(new Route.NewCampaign(), "new-campaign");
      pictureOf(new Route.Prospects(), "prospects");
      pictureOf(new Route.ProspectDetail(mira), "prospect");
      pictureOf(new Route.Templates(), "templates");
      pictureOf(new Route.EditTemplate(rows(Entity.TEMPLATE).getFirst().id()), "template");
      pictureOf(new Route.Settings(), "settings");
      pictureOf(new Route.SyncCentre(), "sync-done");
    }

    private void pictureOf(Route route, String name) {
      boolean built =
          ui.graph().book().pages().stream().anyMatch(page -> page.route().isInstance(route));
      if (built) {
        ui.go(route);
        album.take(name);
      }
    }

    private List<Doc> rows(Entity entity) {
      return desk.store().page(entity, Search.of(""), Integer.MAX_VALUE, 0).items();
    }

    private Doc row(UUID mail) {
      return desk.store().row(new RowKey(Entity.EMAIL, mail)).orElseThrow();
    }

    private String status(UUID mail) {
      return row(mail).text("status").orElse("");
    }

    private void step(String what) {
      told.println("· " + what);
    }

    private void soon(String what, Callable<Boolean> condition) {
      await(what).atMost(SENDING).pollInterval(Duration.ofMillis(50)).until(condition);
      ui.settle();
    }
  }
}
