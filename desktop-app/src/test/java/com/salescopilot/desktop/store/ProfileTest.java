package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ProfileTest {
  @TempDir Path directory;

  @Test
  void the_last_account_is_remembered() {
    try (Profile profile = open()) {
      assertThat(profile.last()).isEmpty();
      profile.remember(StoreFixture.ANNA);
    }
    try (Profile profile = open()) {
      assertThat(profile.last()).contains(StoreFixture.ANNA);
    }
  }

  @Test
  void a_damaged_account_file_costs_a_login_and_no_edit() throws IOException {
    try (Profile profile = open();
        SqliteStore store = profile.store(StoreFixture.ANNA)) {
      profile.remember(StoreFixture.ANNA);
      StoreFixture.submit(store, StoreFixture.create(StoreFixture.prospect(), "a@b.io"));
    }
    Files.writeString(directory.resolve("account.json"), "{\"user\":");
    try (Profile profile = open();
        SqliteStore store = profile.store(StoreFixture.ANNA)) {
      assertThat(profile.last()).isEmpty();
      assertThat(store.outbox()).hasSize(1);
    }
  }

  @Test
  void a_second_user_of_a_profile_is_told_in_one_sentence() {
    try (Profile first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreException.InUse.class)
          .hasMessage("Another Sales Copilot is already using " + directory + ".");
      assertThat(first.last()).isEmpty();
    }
    open().close();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobody_else_can_read_it() throws IOException {
    try (Profile profile = open();
        SqliteStore store = profile.store(StoreFixture.ANNA)) {
      profile.remember(StoreFixture.ANNA);
      StoreFixture.submit(store, StoreFixture.create(StoreFixture.prospect(), "a@b.io"));
      try (Stream<Path> all = Files.walk(directory)) {
        assertThat(all)
            .allSatisfy(
                path ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
      }
    }
  }

  private Profile open() {
    return Profile.open(directory, InstantSource.fixed(StoreFixture.NOW), StoreFixture::id);
  }
}
