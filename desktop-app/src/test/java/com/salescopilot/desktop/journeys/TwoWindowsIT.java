package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.network.Fault;
import com.salescopilot.desktop.network.Relay;
import com.salescopilot.desktop.network.TestServer;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignUp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// One person at two machines, and a sign-in that ends while they work.
@Tag("long")
final class TwoWindowsIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Fault REFUSED =
      new Fault.Answered(
          401,
          "application/problem+json",
          "{\"status\":401,\"code\":\"UNAUTHENTICATED\",\"title\":\"Sign in\"}");

  @RegisterExtension static final TestServer server = new TestServer();

  @TempDir Path scratch;

  private String email;

  @BeforeEach
  void signUp() {
    email = TestServer.newAddress();
    SignUp anna = new SignUp(email, TestServer.PASSWORD, "Anna", "Ek");
    Session.signUp(ServerAddress.parse(server.api().toString()), anna, Clock.systemUTC()).close();
  }

  private RealDesk desk(String name, String address) {
    return RealDesk.open(scratch.resolve(name), address).signIn(email, TestServer.PASSWORD);
  }

  private static void addProspect(RealDesk desk, String address, String firstName) {
    desk.ui().click("#go-prospects").click("#add");
    desk.ui().fill("#newEmail", address).fill("#newFirstName", firstName).click("#saveNewButton");
    desk.reads("#table", address);
  }

  private static void work(RealDesk desk, String company) {
    desk.goTo("Mira").reads("#name", "Mira");
    desk.ui().fill("#company", company).press("Enter");
    await(company + " is kept").atMost(SOON).until(() -> desk.ui().says("#waits").isEmpty());
  }

  @Test
  void what_is_done_at_one_machine_shows_at_the_other_and_two_minds_are_asked_for_one() {
    try (RealDesk office = desk("office", server.api().toString())) {
      addProspect(office, "mira@northlight.example", "Mira");
      try (RealDesk laptop = desk("laptop", server.api().toString())) {
        work(laptop, "Northlight");
        office.ui().raise().click("#go-prospects");
        office.reads("#table", "Northlight");

        office.ui().click("#go-sync").click("#offline");
        office.reads("#sync-chip", "Working offline");
        office.goTo("Mira").ui().fill("#company", "Northlight AB").press("Enter");
        office.reads("#sync-chip", "1 change waits");
        laptop.ui().raise();
        work(laptop, "Northlight GmbH");
        office.ui().raise().click("#go-sync").click("#online");
        office.reads("#conflicts", "two values").reads("#sync-chip", "1 thing needs you");
        laptop.reads("#sync-chip", "1 thing needs you");
        office.ui().clickOn("Review").clickOn("Use mine");
        office.reads("#sync-chip", "Up to date");
        laptop.reads("#sync-chip", "Up to date");
        office.ui().click("#go-prospects");
        laptop.ui().raise().click("#go-prospects");
        await("both show the same")
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(laptop.ui().says("#table"))
                        .contains("Northlight AB")
                        .isEqualTo(office.ui().says("#table")));
      }
    }
  }

  @Test
  void when_the_sign_in_ends_one_works_on_and_all_is_synced_after_the_next() throws Exception {
    try (Relay line = new Relay(server.api());
        RealDesk desk = desk("desk", line.address())) {
      line.always(Relay.REFRESH, REFUSED);
      line.always(Relay.PULL, REFUSED);
      line.always(Relay.PUSH, REFUSED);
      addProspect(desk, "noor@southgate.example", "Noor");
      desk.reads("#sync-chip", "Sign in to sync · 1 change waits");
      addProspect(desk, "olaf@eastend.example", "Olaf");
      desk.reads("#sync-chip", "Sign in to sync · 2 changes wait");
      line.heal();
      assertThat(server.all(email, "prospects")).isEmpty();
      desk.ui().click("#sync-chip").click("#signIn");
      assertThat(desk.ui().text("#email")).isEqualTo(email);
      desk.ui().fill("#password", TestServer.PASSWORD).click("#enter");
      desk.reads("#sync-chip", "Up to date");
      assertThat(server.all(email, "prospects"))
          .extracting(row -> row.path("firstName").asText())
          .containsExactlyInAnyOrder("Noor", "Olaf");
    }
  }
}
