package com.salescopilot.desktop.journeys;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.harness.Outside;
import com.salescopilot.desktop.harness.Ui;
import com.salescopilot.desktop.platform.SecretStore;
import com.salescopilot.desktop.store.Profile;
import com.salescopilot.model.id.UuidV7;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.awaitility.core.ConditionTimeoutException;

/// A machine of somebody with the program's window, in this process.
record RealDesk(Profile profile, Desk desk, Ui ui) implements AutoCloseable {

  /// Opens the window on a profile.
  ///
  /// @param server what stands in the field for the server's address on a new machine
  static RealDesk open(Path directory, String server) {
    return open(directory, server, SecretStore.inMemory(), Outside.nothing());
  }

  /// Opens the window on a machine that keeps secrets.
  static RealDesk open(Path directory, String server, SecretStore secrets, Outside outside) {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    UuidV7 ids = new UuidV7(clock, random);
    Profile profile = Profile.open(directory, clock, ids::next);
    Desk desk = new Desk(profile, secrets, clock, ids::next, random);
    desk.resume();
    return new RealDesk(profile, desk, Ui.open(desk, Ui.Setting.USUAL, server, outside));
  }

  /// Signs in at the door.
  RealDesk signIn(String email, String password) {
    ui.fill("#email", email).fill("#password", password).click("#enter");
    return reads("#sync-chip", "Up to date");
  }

  /// Waits until somebody who looks at a node reads these words there.
  RealDesk reads(String selector, String words) {
    try {
      ui.until(selector + " says " + words, () -> ui.says(selector).contains(words));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(words + " does not come; the window says " + ui.says(".shell"), e);
    }
    return this;
  }

  /// Finds something by the palette and goes there.
  RealDesk goTo(String name) {
    ui.press("Shortcut+K").type(name);
    reads("#palette-list", name);
    ui.press("Enter");
    return this;
  }

  @Override
  public void close() {
    ui.close();
    desk.close();
    profile.close();
  }
}
