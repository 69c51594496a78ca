package com.salescopilot.desktop.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The second home of every pending edit: appended and forced before SQLite commits it.
final class Journal implements AutoCloseable {
  /// From this size on the journal is written anew with what still waits, in bytes.
  private static final long LARGE = 4 << 20;

  private final Path file;
  private FileChannel channel;
  private long end;
  private long afterRewrite;

  private Journal(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.end = channel.size();
    this.afterRewrite = end;
  }

  /// Reads a journal as far as it can be read; a missing one is empty and not whole.
  static JournalFormat.Content read(Path file) throws IOException {
    ByteBuffer bytes =
        Files.exists(file) ? ByteBuffer.wrap(Files.readAllBytes(file)) : ByteBuffer.allocate(0);
    return JournalFormat.read(bytes);
  }

  /// What still waits by these records, by id and in order.
  static Map<UUID, String> live(List<JournalRecord> records) {
    Map<UUID, String> live = new LinkedHashMap<>();
    for (JournalRecord record : records) {
      switch (record) {
        case JournalRecord.Made(UUID id, String body) -> live.put(id, body);
        case JournalRecord.Done(UUID id) -> live.remove(id);
      }
    }
    return live;
  }

  /// Opens a journal to append to; one that is not there begins empty.
  static Journal open(Path file) throws IOException {
    if (!Files.exists(file)) {
      PrivateFiles.file(file);
      Journal fresh = new Journal(file, forWriting(file));
      fresh.append(JournalFormat.header());
      fresh.force();
      return fresh;
    }
    return new Journal(file, forWriting(file));
  }

  /// The place where the next record goes.
  long end() {
    return end;
  }

  /// Writes a record at the end; durable after [#force].
  void append(JournalRecord record) throws IOException {
    append(JournalFormat.write(record));
  }

  void force() throws IOException {
    channel.force(false);
  }

  /// Takes back everything from a place on.
  void cutBack(long to) throws IOException {
    end = to;
    channel.truncate(to);
    channel.force(false);
  }

  /// Whether so much of it is past that it should be rewritten. It must have doubled since the last
  /// time, or a long outbox would be copied with every edit.
  boolean isLarge() {
    return end >= LARGE && end >= 2 * afterRewrite;
  }

  /// Whether it holds anything.
  boolean isEmpty() {
    return end <= JournalFormat.header().remaining();
  }

  /// Begins anew with these records alone. If that fails, the old file goes on.
  void rewrite(List<JournalRecord> records) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    Journal fresh = open(next);
    try {
      for (JournalRecord record : records) {
        fresh.append(record);
      }
      fresh.force();
      PrivateFiles.replace(file, next);
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
    channel.close();
    channel = fresh.channel;
    end = fresh.end;
    afterRewrite = fresh.end;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void append(ByteBuffer bytes) throws IOException {
    long at = end;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    end = at;
  }

  private static FileChannel forWriting(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.WRITE);
  }
}
