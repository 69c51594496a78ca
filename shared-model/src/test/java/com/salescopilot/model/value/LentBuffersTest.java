package com.salescopilot.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.BufferRecycler;
import org.junit.jupiter.api.Test;

final class LentBuffersTest {
  private final LentBuffers pool = new LentBuffers();

  @Test
  void what_was_read_or_written_is_not_kept() {
    BufferRecycler first = pool.acquireAndLinkPooled();
    byte[] bytes = first.allocByteBuffer(BufferRecycler.BYTE_WRITE_CONCAT_BUFFER);
    char[] chars = first.allocCharBuffer(BufferRecycler.CHAR_TEXT_BUFFER);
    bytes[7] = 's';
    chars[9] = 's';
    first.releaseByteBuffer(BufferRecycler.BYTE_WRITE_CONCAT_BUFFER, bytes);
    first.releaseCharBuffer(BufferRecycler.CHAR_TEXT_BUFFER, chars);
    first.releaseToPool();

    assertThat(bytes).containsOnly(0);
    assertThat(chars).containsOnly('\0');
  }

  @Test
  void buffers_are_lent_again() {
    BufferRecycler first = pool.acquireAndLinkPooled();
    first.releaseToPool();

    assertThat(pool.acquireAndLinkPooled()).isSameAs(first);
  }
}
