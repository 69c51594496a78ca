package com.salescopilot.server.auth;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/// Lends hashes the memory of earlier ones. 46 MiB of garbage a sign-in made the heap grow to its
/// limit under a storm of them; now it holds what runs at once, and gives it up when it is short.
final class HashMemory {
  private final int blocks;
  private final Deque<SoftReference<BlockPool>> idle = new ArrayDeque<>();

  /// @param blocks of 1 KiB that a hash needs
  HashMemory(int blocks) {
    this.blocks = blocks;
  }

  /// Runs a hash with memory of its own.
  <T> T lend(Function<BlockPool, T> hash) {
    BlockPool pool = take();
    try {
      return hash.apply(pool);
    } finally {
      giveBack(pool);
    }
  }

  private synchronized BlockPool take() {
    while (!idle.isEmpty()) {
      BlockPool pool = idle.pop().get();
      if (pool != null) {
        return pool;
      }
    }
    return new FixedBlockPool(blocks);
  }

  private synchronized void giveBack(BlockPool pool) {
    idle.push(new SoftReference<>(pool));
  }
}
