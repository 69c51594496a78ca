package com.salescopilot.desktop.store;

import com.salescopilot.model.value.ValueJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/// The bytes of a journal: a header, then records `magic, length, CRC-32C, type, JSON`.
///
/// The magic holds a byte that UTF-8 never does, so after damage the next record is found again.
final class JournalFormat {
  /// The largest record; a longer length is damage. A mutation is at most 1 MiB on the wire.
  private static final int LONGEST = 4 << 20;

  private static final byte[] HEADER = "SCJOURNAL 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MAGIC = 0xF5_53_43_4A;
  private static final int FRAME = 12;
  private static final byte MADE = 'M';
  private static final byte DONE = 'D';

  private JournalFormat() {}

  /// What was read.
  ///
  /// @param whole whether every byte was understood; if not, something is missing or torn
  record Content(List<JournalRecord> records, boolean whole) {
    Content {
      records = List.copyOf(records);
    }
  }

  static ByteBuffer header() {
    return ByteBuffer.wrap(HEADER.clone());
  }

  static ByteBuffer write(JournalRecord record) {
    byte type =
        switch (record) {
          case JournalRecord.Made made -> MADE;
          case JournalRecord.Done done -> DONE;
        };
    String json =
        switch (record) {
          case JournalRecord.Made made -> made.body();
          case JournalRecord.Done done -> "{\"id\":\"" + done.id() + "\"}";
        };
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(FRAME + 1 + text.length);
    bytes.putInt(MAGIC).putInt(text.length).putInt(checksum(type, text)).put(type).put(text);
    return bytes.flip();
  }

  static Content read(ByteBuffer bytes) {
    List<JournalRecord> records = new ArrayList<>();
    boolean whole = bytes.remaining() >= HEADER.length;
    for (int i = 0; i < HEADER.length && whole; i++) {
      whole = bytes.get(i) == HEADER[i];
    }
    int at = whole ? HEADER.length : 0;
    while (at < bytes.limit()) {
      int length = length(bytes, at);
      Optional<JournalRecord> record =
          length < 0 ? Optional.empty() : record(bytes.slice(at + 8, length + 5));
      if (record.isPresent()) {
        records.add(record.get());
        at += FRAME + 1 + length;
      } else {
        whole = false;
        at++;
      }
    }
    return new Content(records, whole);
  }

  /// The length of the text of the record that begins here, or -1 if none does.
  private static int length(ByteBuffer bytes, int at) {
    if (bytes.limit() - at < FRAME + 1 || bytes.getInt(at) != MAGIC) {
      return -1;
    }
    int length = bytes.getInt(at + 4);
    boolean fits = length >= 0 && length <= LONGEST && length <= bytes.limit() - at - FRAME - 1;
    return fits ? length : -1;
  }

  private static Optional<JournalRecord> record(ByteBuffer bytes) {
    int checksum = bytes.getInt();
    byte type = bytes.get();
    byte[] text = new byte[bytes.remaining()];
    bytes.get(text);
    if (checksum != checksum(type, text)) {
      return Optional.empty();
    }
    try {
      String json = new String(text, StandardCharsets.UTF_8);
      UUID id = UUID.fromString(ValueJson.object(json).path("id").asText());
      if (type == MADE) {
        return Optional.of(new JournalRecord.Made(id, json));
      }
      return type == DONE ? Optional.of(new JournalRecord.Done(id)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int checksum(byte type, byte[] text) {
    CRC32C crc = new CRC32C();
    crc.update(type);
    crc.update(text);
    return (int) crc.getValue();
  }
}
