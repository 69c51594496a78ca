package com.salescopilot.server.walls;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.salescopilot.server.LiveServer;
import com.salescopilot.server.SecretScan;
import com.salescopilot.server.backup.Backup;
import com.salescopilot.server.backup.BackupFile;
import com.salescopilot.server.backup.BackupRefused;
import com.salescopilot.server.backup.Manifest;
import com.salescopilot.server.backup.Restore;
import com.salescopilot.server.db.DatabaseRefused;
import com.salescopilot.server.db.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two full workspaces are copied while they are written to, and put back elsewhere.
final class BackupTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  /// What a restore settles anew, as it belongs to a cluster.
  private static final Set<String> SETTLED =
      Set.of("event", "event_tick", "event_consumer", "epoch");

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  @Order(4)
  @RegisterExtension
  static final TestDatabase other = new TestDatabase();

  @TempDir Path directory;

  @Test
  void what_is_put_back_is_what_there_was_at_one_moment() throws Exception {
    Path file = directory.resolve("a.backup");
    Manifest taken;
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch done = new CountDownLatch(1);
      Future<Integer> writing = hands.submit(() -> write(begun, done));
      begun.await();
      taken = new Backup(db.login()).write(file, NOW);
      done.countDown();
      assertThat(writing.get()).as("written meanwhile").isPositive();
    }
    assertThat(rows(taken)).containsEntry("workspace", 2L).containsKey("send_job");
    assertThat(rows(taken).get("prospect")).isGreaterThan(Tenant.RESERVE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(directory).isDirectoryNotContaining("glob:**.part");

    restore(file, Restore.Rows.KEEP);
    Manifest again = new Backup(other.login()).write(directory.resolve("b.backup"), NOW);
    assertThat(sums(again)).isEqualTo(sums(taken));
    assertThat(rows(again).get("event")).isEqualTo(rows(taken).get("event"));
    assertThat(again.counters())
        .allSatisfy(
            (name, last) -> assertThat(last).isGreaterThanOrEqualTo(taken.counters().get(name)));

    // accounts are not overwritten by mistake, and a second time is as good as the first
    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(() -> restore(file, Restore.Rows.KEEP))
        .withMessageContaining("--replace");
    restore(file, Restore.Rows.REPLACE);
    Manifest third = new Backup(other.login()).write(directory.resolve("c.backup"), NOW);
    assertThat(sums(third)).isEqualTo(sums(taken));
  }

  private static int write(CountDownLatch begun, CountDownLatch done) {
    int written = 0;
    do {
      String body = "{\"email\":\"%s\"}".formatted(walls.ana().newAddress());
      String _ = walls.ana().made("/prospects", body);
      written++;
      begun.countDown();
    } while (done.getCount() > 0);
    return written;
  }

  private static void restore(Path file, Restore.Rows rows) throws IOException {
    try (BackupFile backup = BackupFile.open(file)) {
      assertThat(new Restore(other.login()).from(backup, rows)).isEmpty();
    }
  }

  @Test
  void no_secret_is_found_in_it() throws Exception {
    Path file = directory.resolve("a.backup");
    var _ = new Backup(db.login()).write(file, NOW);
    SecretScan scan = new SecretScan();
    SecretScan control = new SecretScan();
    for (Tenant tenant : List.of(walls.ana(), walls.bo())) {
      scan.add(tenant + " password", tenant.password())
          .add(tenant + " access token", tenant.token())
          .add(tenant + " refresh token", tenant.refreshToken())
          .add(tenant + " mark of the device", tenant.mark())
          .add(tenant + " hook secret", tenant.hookSecret());
      control.add(tenant + " address", tenant.email());
    }
    String all = String.join("\n", entries(file).values());
    assertThat(scan.in("the backup", all)).isEmpty();
    assertThat(control.in("the backup", all)).hasSize(2);
  }

  @Test
  void one_byte_that_is_not_as_it_was_written_is_noticed_in_every_table() throws Exception {
    Path file = directory.resolve("a.backup");
    Manifest taken = new Backup(db.login()).write(file, NOW);
    Map<String, String> entries = entries(file);
    assertThat(entries).hasSize(taken.tables().size() + 2);
    List<String> unseen = new ArrayList<>();
    for (String entry : entries.keySet()) {
      Path spoilt = changed(entries, entry, text -> text.isEmpty() ? "\n" : flipped(text));
      if (refusal(() -> BackupFile.open(spoilt)).isEmpty()) {
        unseen.add(entry);
      }
    }
    assertThat(unseen).isEmpty();
    Map<String, String> less = new TreeMap<>(entries);
    less.remove("tables/prospect.copy");
    assertThat(refusal(() -> BackupFile.open(zip(less)))).isPresent();
    byte[] whole = Files.readAllBytes(file);
    Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(refusal(() -> BackupFile.open(cut))).isPresent();

    // the control: what is written again as it was is taken
    assertThat(refusal(() -> BackupFile.open(zip(entries)))).isEmpty();
    // and a newer program's is left to it
    Map<String, String> later = new TreeMap<>(entries);
    String manifest =
        requireNonNull(entries.get("manifest.json"))
            .replaceFirst("\"schema\":\"\\d+", "\"schema\":\"9999");
    later.put("manifest.json", manifest);
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(manifest.getBytes(StandardCharsets.UTF_8));
    later.put("manifest.sha256", HexFormat.of().formatHex(sum));
    Path newer = zip(later);
    try (BackupFile backup = BackupFile.open(newer)) {
      assertThatExceptionOfType(DatabaseRefused.class)
          .isThrownBy(() -> new Restore(other.login()).from(backup, Restore.Rows.REPLACE))
          .withMessageContaining("9999");
    }
    assertThatExceptionOfType(BackupRefused.class)
        .isThrownBy(() -> new Backup(db.login()).write(file, NOW))
        .withMessageContaining("is there already");
  }

  private static String flipped(String text) {
    int at = text.length() / 2;
    return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
  }

  private static Optional<String> refusal(Callable<BackupFile> opening) throws Exception {
    try (BackupFile _ = opening.call()) {
      return Optional.empty();
    } catch (BackupRefused e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Path changed(Map<String, String> entries, String name, UnaryOperator<String> change)
      throws IOException {
    Map<String, String> others = new TreeMap<>(entries);
    others.computeIfPresent(name, (_, text) -> change.apply(text));
    return zip(others);
  }

  /// Bytes as letters, so that every byte comes back.
  private Path zip(Map<String, String> entries) throws IOException {
    Path file = Files.createTempFile(directory, "changed", ".backup");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
      }
    }
    return file;
  }

  private static Map<String, String> entries(Path file) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return entries;
  }

  private static Map<String, Long> rows(Manifest manifest) {
    Map<String, Long> rows = new TreeMap<>();
    manifest.tables().forEach(table -> rows.put(table.name(), table.rows()));
    return rows;
  }

  private static Map<String, String> sums(Manifest manifest) {
    Map<String, String> sums = new TreeMap<>();
    manifest.tables().stream()
        .filter(table -> !SETTLED.contains(table.name()))
        .forEach(table -> sums.put(table.name(), table.rows() + " " + table.sha256()));
    return sums;
  }
}
