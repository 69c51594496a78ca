package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.network.TestServer;
import com.salescopilot.desktop.platform.SecretStore;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.model.sync.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ChoiceBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two people at their windows: one is invited by the other, gets a role, and is removed.
@Tag("long")
final class TeamIT {
  @RegisterExtension static final TestServer server = new TestServer();

  @TempDir Path scratch;

  private RealDesk signedUp(String name, String email, String invitation, Outside outside) {
    RealDesk desk =
        RealDesk.open(
            scratch.resolve(name), server.api().toString(), SecretStore.inMemory(), outside);
    desk.ui().go(new Route.Signup());
    desk.ui().fill("#firstName", name).fill("#email", email);
    desk.ui().fill("#password", TestServer.PASSWORD).fill("#invitation", invitation);
    desk.ui().click("#enter");
    return desk.reads("#sync-chip", "Up to date");
  }

  private static RealDesk toWorkspace(RealDesk desk) {
    desk.ui().raise().click("#go-settings").click("#page-workspace");
    return desk.reads("#places", "You are here");
  }

  private static String invited(RealDesk desk) {
    toWorkspace(desk).reads("#invites", "No invitation is open").ui().click("#invite");
    desk.ui().until("a code is shown", () -> desk.ui().sees("#invited"));
    return desk.ui().text("#inviteCode");
  }

  private static void add(RealDesk desk, String address) {
    desk.ui().click("#go-prospects").click("#add");
    desk.ui().fill("#newEmail", address).click("#saveNewButton");
    desk.reads("#table", address);
  }

  /// Goes into the one other workspace.
  private static void goElsewhere(RealDesk desk) {
    toWorkspace(desk).ui().click("#switch");
    desk.reads(".toasts", "You are in");
  }

  @Test
  void who_is_invited_becomes_a_colleague_and_who_is_removed_keeps_unsynced_work_in_a_file()
      throws IOException {
    Path file = scratch.resolve("work.json");
    String bens = TestServer.newAddress();
    try (RealDesk anna = signedUp("anna", TestServer.newAddress(), "", Outside.nothing());
        RealDesk ben = signedUp("ben", bens, invited(anna), Outside.keeping(file))) {
      goElsewhere(ben);
      ben.reads("#sync-chip", "Up to date");
      toWorkspace(ben).reads("#team", "Administrators change");
      assertThat(ben.ui().sees("#invitesPane")).isFalse();
      anna.ui().raise().go(new Route.Dashboard());
      toWorkspace(anna).reads("#team", bens);
      ChoiceBox<Role> role =
          Ui.call(
              () ->
                  anna.ui().scene().getRoot().lookupAll("#role").stream()
                      .<ChoiceBox<Role>>map(TeamIT::box)
                      .filter(box -> box.getValue() == Role.USER)
                      .findFirst()
                      .orElseThrow());
      Ui.run(() -> role.setValue(Role.ADMIN));
      anna.reads(".toasts", "ben is an administrator now");
      ben.ui().raise().go(new Route.Dashboard());
      toWorkspace(ben).ui().until("he may invite", () -> ben.ui().sees("#invitesPane"));

      ben.ui().click("#go-sync").click("#offline");
      add(ben, "olaf@eastend.example");
      anna.ui().raise().click("#removeMember").click("#remove-now");
      anna.reads(".toasts", "is not in this workspace any more");
      ben.ui().raise().click("#go-sync").click("#online");
      ben.reads("#sync-chip", "No longer in this workspace");
      ben.reads("#offline-banner", "1 change of yours never").ui().click("#offline-again");
      ben.reads("#removed", "1 change of yours").ui().click("#exportWork");
      ben.reads(".toasts", "saved in");
      assertThat(Files.readString(file)).contains("olaf@eastend.example");
      ben.ui().picture(Path.of("target", "pictures", "removed.png"));
      ben.ui().click("#purge").click("#purge-now");
      ben.reads("#sync-chip", "Up to date");
      toWorkspace(ben).ui().until("it is his own", () -> ben.ui().sees("#invitesPane"));
    }
  }

  @SuppressWarnings("unchecked") // roles are all that is chosen there
  private static ChoiceBox<Role> box(Object node) {
    return (ChoiceBox<Role>) node;
  }

  @Test
  void what_waits_in_one_workspace_waits_there_until_one_is_back() {
    try (RealDesk anna = signedUp("anna", TestServer.newAddress(), "", Outside.nothing());
        RealDesk ben = signedUp("ben", TestServer.newAddress(), invited(anna), Outside.nothing())) {
      goElsewhere(ben);
      ben.reads("#sync-chip", "Up to date").ui().click("#go-sync").click("#offline");
      add(ben, "olaf@eastend.example");
      goElsewhere(ben);
      ben.reads("#sync-chip", "Working offline");
      ben.ui().click("#go-prospects");
      assertThat(ben.ui().says("#table")).doesNotContain("olaf");
      goElsewhere(ben);
      ben.reads("#sync-chip", "1 change waits").ui().click("#go-prospects");
      ben.reads("#table", "olaf@eastend.example").ui().click("#go-sync").click("#online");
      ben.reads("#sync-chip", "Up to date");
      anna.ui().raise().click("#go-prospects");
      anna.reads("#table", "olaf@eastend.example");
    }
  }
}
