package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class JournalFormatTest {
  private static final List<JournalRecord> RECORDS =
      List.of(
          made(1, "{\"id\":\"%s\",\"note\":\"Zoë\"}"),
          new JournalRecord.Done(id(1)),
          made(2, "{\"id\":\"%s\"}"));

  @Test
  void what_was_written_is_read() {
    JournalFormat.Content content = JournalFormat.read(ByteBuffer.wrap(bytes()));
    assertThat(content.records()).isEqualTo(RECORDS);
    assertThat(content.whole()).isTrue();
  }

  @Test
  void cut_at_every_byte_it_gives_the_records_that_are_complete() {
    byte[] all = bytes();
    List<Integer> ends = ends();
    for (int cut = 0; cut < all.length; cut++) {
      int at = cut;
      JournalFormat.Content content = JournalFormat.read(ByteBuffer.wrap(all, 0, cut).slice());
      long complete = ends.stream().skip(1).filter(end -> end <= at).count();
      assertThat(content.records()).as("cut at %s", cut).hasSize((int) complete);
      assertThat(content.whole()).as("cut at %s", cut).isEqualTo(ends.contains(cut));
    }
  }

  @Test
  void with_any_byte_damaged_it_loses_at_most_the_record_of_that_byte() {
    List<Integer> ends = ends();
    for (int at = 0; at < ends.getLast(); at++) {
      byte[] damaged = bytes();
      damaged[at] ^= 0x10;
      JournalFormat.Content content = JournalFormat.read(ByteBuffer.wrap(damaged));
      List<JournalRecord> left = new ArrayList<>(RECORDS);
      for (int i = 1; i < ends.size(); i++) {
        if (at >= ends.get(i - 1) && at < ends.get(i)) {
          left.remove(i - 1);
        }
      }
      assertThat(content.records()).as("byte %s", at).isEqualTo(left);
      assertThat(content.whole()).as("byte %s", at).isFalse();
    }
  }

  @Test
  void an_empty_file_is_not_whole() {
    assertThat(JournalFormat.read(ByteBuffer.allocate(0)).whole()).isFalse();
  }

  private static byte[] bytes() {
    List<ByteBuffer> parts = parts();
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(ByteBuffer::remaining).sum());
    parts.forEach(all::put);
    return all.array();
  }

  /// Where the header and each record end.
  private static List<Integer> ends() {
    List<Integer> ends = new ArrayList<>();
    int end = 0;
    for (ByteBuffer part : parts()) {
      end += part.remaining();
      ends.add(end);
    }
    return ends;
  }

  private static List<ByteBuffer> parts() {
    List<ByteBuffer> parts = new ArrayList<>();
    parts.add(JournalFormat.header());
    RECORDS.forEach(record -> parts.add(JournalFormat.write(record)));
    return parts;
  }

  private static JournalRecord made(int n, String body) {
    return new JournalRecord.Made(id(n), body.formatted(id(n)));
  }

  private static UUID id(int n) {
    return new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
