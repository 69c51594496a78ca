package com.salescopilot.model.value;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.util.Arrays;

/// Buffers for JSON, lent to who reads or writes just now and wiped when they come back.
///
/// Jackson's own habit keeps some 30 KB for each thread, with what was read or written last: a
/// server has a thread for each connection, and an answer can hold a token.
final class LentBuffers extends RecyclerPool.ConcurrentDequePoolBase<BufferRecycler> {
  private static final long serialVersionUID = 1L;

  LentBuffers() {
    super(SERIALIZATION_NON_SHARED);
  }

  @Override
  public BufferRecycler createPooled() {
    return new Wiped();
  }

  private static final class Wiped extends BufferRecycler {
    @Override
    public void releaseByteBuffer(int kind, byte[] buffer) {
      Arrays.fill(buffer, (byte) 0);
      super.releaseByteBuffer(kind, buffer);
    }

    @Override
    public void releaseCharBuffer(int kind, char[] buffer) {
      Arrays.fill(buffer, '\0');
      super.releaseCharBuffer(kind, buffer);
    }
  }
}
