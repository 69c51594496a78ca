package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.network.TestServer;
import com.salescopilot.desktop.platform.SecretStore;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Staying signed in from one start to the next, and logging out, at a real server.
@Tag("long")
final class AccountIT {
  @RegisterExtension static final TestServer server = new TestServer();

  @TempDir Path scratch;

  private final SecretStore secrets = SecretStore.inMemory();
  private String email;

  @BeforeEach
  void signUp() {
    email = TestServer.newAddress();
    SignUp anna = new SignUp(email, TestServer.PASSWORD, "Anna", "Ek");
    Session.signUp(ServerAddress.parse(server.api().toString()), anna, Clock.systemUTC()).close();
  }

  private Path profile() {
    return scratch.resolve("profile");
  }

  private RealDesk started() {
    return RealDesk.open(profile(), server.api().toString(), secrets, Outside.nothing());
  }

  private static RealDesk add(RealDesk desk, String address) {
    desk.ui().click("#go-prospects").click("#add");
    desk.ui().fill("#newEmail", address).click("#saveNewButton");
    return desk.reads("#table", address);
  }

  private List<String> onServer() {
    return server.all(email, "prospects").stream().map(row -> row.path("email").asText()).toList();
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.walk(profile())) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_sign_in_that_was_kept_goes_on_at_the_next_start_and_no_file_holds_it() {
    try (RealDesk first = started().signIn(email, TestServer.PASSWORD)) {
      add(first, "mira@northlight.example");
      first.reads("#sync-chip", "Up to date");
    }
    try (RealDesk second = started()) {
      second.reads("#sync-chip", "Up to date");
      add(second, "noor@southgate.example").reads("#sync-chip", "Up to date");
    }
    assertThat(onServer()).contains("mira@northlight.example", "noor@southgate.example");
    assertThat(files())
        .allSatisfy(
            file ->
                assertThat(mode(file))
                    .as(file.toString())
                    .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
    try (RealDesk third =
        RealDesk.open(
            profile(), server.api().toString(), SecretStore.inMemory(), Outside.nothing())) {
      third.reads("#sync-chip", "Sign in to sync");
    }
  }

  @Test
  void who_logs_out_offline_and_keeps_has_it_pushed_after_the_next_sign_in() {
    try (RealDesk desk = started().signIn(email, TestServer.PASSWORD)) {
      desk.ui().click("#go-sync").click("#offline");
      desk.reads("#sync-chip", "Working offline");
      add(desk, "olaf@eastend.example").reads("#sync-chip", "1 change waits");
      desk.ui().click("#go-settings").click("#page-account");
      desk.reads("#leavingWaits", "1 change").ui().click("#logOut");
      desk.reads(".toasts", "1 change is kept");
      assertThat(desk.ui().text("#email")).isEqualTo(email);
      assertThat(onServer()).isEmpty();
    }
    try (RealDesk desk = started()) {
      desk.ui().fill("#password", TestServer.PASSWORD).click("#enter");
      desk.reads("#sync-chip", "Up to date");
      assertThat(onServer()).containsExactly("olaf@eastend.example");
    }
  }

  @Test
  void wiping_leaves_nothing_of_anybody_on_the_machine() {
    try (RealDesk desk = started().signIn(email, TestServer.PASSWORD)) {
      add(desk, "mira@northlight.example").reads("#sync-chip", "Up to date");
      desk.ui().click("#go-settings").click("#page-account");
      desk.ui().click("#wipe").click("#wipe-now");
      desk.reads(".toasts", "of yours is on this machine");
      assertThat(files())
          .filteredOn(Files::isRegularFile)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("lock");
    }
    try (RealDesk desk = started()) {
      assertThat(desk.ui().text("#email")).isEmpty();
    }
  }
}
