package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.demo.OtherPeople;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.network.Fault;
import com.salescopilot.desktop.network.Relay;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Taking a mail back, and what is said of it, against a real server and a line that dies.
@Tag("long")
final class UndoSendIT {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Duration SENDING = Duration.ofSeconds(60);

  @TempDir Path scratch;

  @Test
  void a_mail_is_said_to_be_stopped_when_it_is_and_to_be_on_its_way_when_the_line_died()
      throws Exception {
    try (LastingServer server = new LastingServer(scratch).start().withAda();
        Relay line = new Relay(server.api());
        OtherPeople people = server.people();
        RealDesk ada = RealDesk.open(scratch.resolve("profile"), line.address())) {
      ada.signIn(LastingServer.ADA, LastingServer.PASSWORD);
      send(ada, "stays@world.example");
      ada.ui().picture(PICTURES.resolve("undo-ring.png"));
      reached(ada);
      undo(ada);
      ada.reads(".toasts", "Stopped; it is among your drafts again");
      assertThat(mail(ada, "stays@world.example")).isEqualTo("CANCELLED");

      send(ada, "leaves@world.example");
      reached(ada);
      line.always(Relay.PUSH, new Fault.RequestLost());
      undo(ada);
      ada.reads(".toasts", "Stopping");
      ada.ui().picture(PICTURES.resolve("undo-stopping.png"));
      await("the mail leaves")
          .atMost(SENDING)
          .until(() -> !people.mailsOf("leaves@world.example").isEmpty());
      assertThat(said(ada)).as("of the second mail").noneMatch(text -> text.startsWith("Stopped"));
      line.heal();
      ada.ui().press("F5");
      ada.reads(".toasts", "Already on its way");
      ada.ui().picture(PICTURES.resolve("undo-too-late.png"));
      ada.reads("#sync-chip", "needs you");
      assertThat(mail(ada, "leaves@world.example")).isEqualTo("SENT");

      assertThat(people.mailsOf("leaves@world.example")).hasSize(1);
      // it was sent first, so it would be here
      assertThat(people.mailsOf("stays@world.example")).isEmpty();
    }
  }

  private static void send(RealDesk ada, String address) {
    Ui ui = ada.ui();
    ui.go(Route.Compose.fresh());
    ui.click("#to").type(address + ",").clickOn("Create prospect");
    ui.until("it is a prospect", () -> !ui.sees("#create-prospect"));
    ui.fill("#subject", "Hi").click("#editor").type("Hello");
    Ui.run(ui.graph().toasts().log()::clear); // of what was said before
    ui.click("#send");
    ada.reads(".toasts", "leaves in a moment");
  }

  /// Waits until the server knows of the mail.
  private static void reached(RealDesk ada) {
    await("the server knows of it").atMost(SENDING).until(() -> ada.desk().pending() == 0);
  }

  private static void undo(RealDesk ada) {
    ada.ui().click("#toast-action");
  }

  private static List<String> said(RealDesk ada) {
    return Ui.call(() -> ada.ui().graph().toasts().log().stream().map(Toasts.Toast::text).toList());
  }

  private static String mail(RealDesk ada, String address) {
    var store = ada.desk().store();
    return store.rows(Entity.EMAIL, store.keys(Entity.EMAIL, ListQuery.of(""))).values().stream()
        .filter(row -> row.text("toEmail").filter(address::equals).isPresent())
        .findFirst()
        .flatMap((Doc row) -> row.text("status"))
        .orElse("");
  }
}
