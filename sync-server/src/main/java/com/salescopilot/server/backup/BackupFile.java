package com.salescopilot.server.backup;

import com.salescopilot.server.http.AppError;
import com.salescopilot.server.http.Json;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A backup that was written, to be read.
public final class BackupFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final String KEY_CHECK = "key_check";

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path file, ZipFile zip, Manifest manifest) {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest;
  }

  /// The one secret that a backup holds of its keys: by it one knows whether a key file is theirs.
  ///
  /// @param kid the id of the key
  /// @param sealed a constant, sealed by it
  public record KeyConstant(String kid, String sealed) {}

  /// Opens the file and checks it from end to end.
  ///
  /// @throws BackupRefused if one byte of it is not as it was written
  public static BackupFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BackupRefused(file + " is no file.");
    }
    try {
      ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      try {
        BackupFile backup = new BackupFile(file, zip, manifest(file, zip));
        backup.check();
        return backup;
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw damaged(file, "it is no zip, or was cut short");
    }
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    byte[] text = bytes(file, zip, Manifest.ENTRY);
    String sum = new String(bytes(file, zip, Manifest.SUM), StandardCharsets.US_ASCII);
    if (!Sha256.of(text).equals(sum)) {
      throw damaged(file, "its " + Manifest.ENTRY + " is not as it was written");
    }
    try {
      Manifest manifest = new Json().read(text, Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw new BackupRefused(
            file + " has format " + manifest.format() + "; use the program that wrote it.");
      }
      return manifest;
    } catch (AppError e) {
      throw damaged(file, "its " + Manifest.ENTRY + " cannot be read");
    }
  }

  private static byte[] bytes(Path file, ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(file, "it has no " + name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private void check() throws IOException {
    Set<String> expected =
        manifest.tables().stream()
            .map(Manifest.Part::entry)
            .collect(Collectors.toCollection(TreeSet::new));
    expected.add(Manifest.ENTRY);
    expected.add(Manifest.SUM);
    Set<String> found =
        zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    if (!found.equals(expected)) {
      throw damaged(file, "it holds other tables than it says");
    }
    for (Manifest.Part part : manifest.tables()) {
      check(part);
    }
  }

  /// A row is a line: COPY writes a line break inside a value as an escape.
  private void check(Manifest.Part part) throws IOException {
    MessageDigest digest = Sha256.begin();
    long rows = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = read(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        for (int i = 0; i < read; i++) {
          rows += buffer[i] == '\n' ? 1 : 0;
        }
      }
    } catch (ZipException | EOFException e) {
      throw damaged(file, "table " + part.name() + " cannot be read");
    }
    if (!Sha256.hex(digest).equals(part.sha256()) || rows != part.rows()) {
      throw damaged(file, "table " + part.name() + " is not as it was written");
    }
  }

  /// What it says of itself.
  public Manifest manifest() {
    return manifest;
  }

  /// The rows of a table.
  InputStream read(Manifest.Part part) throws IOException {
    return new BufferedInputStream(zip.getInputStream(zip.getEntry(part.entry())), BUFFER);
  }

  /// By which one knows its keys.
  public KeyConstant keyConstant() throws IOException {
    Manifest.Part part =
        manifest.tables().stream()
            .filter(table -> table.name().equals(KEY_CHECK))
            .findFirst()
            .orElseThrow(() -> damaged(file, "it has no " + KEY_CHECK));
    try (InputStream in = read(part)) {
      String row = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      List<String> values = Arrays.asList(row.split("\t", -1));
      if (values.size() != part.columns().size()) {
        throw damaged(file, "it does not say which keys are its own");
      }
      return new KeyConstant(
          values.get(part.columns().indexOf("kid")), values.get(part.columns().indexOf("sealed")));
    }
  }

  private static BackupRefused damaged(Path file, String how) {
    return new BackupRefused(file + " is no whole backup: " + how + ".");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
