package com.salescopilot.server.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// Commits together whatever gathered while the last commit ran. There is no timer, so a lonely
/// item waits for nothing, and a crowd shares the cost of one commit.
///
/// @param <T> what is committed
/// @param <R> what each of them gets back
public final class GroupCommit<T, R> {
  private final int most;
  private final Work<T, R> work;
  private final BlockingQueue<Entry<T, R>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final Object lock = new Object();
  private boolean stopping;

  /// The commit of a batch.
  public interface Work<T, R> {
    /// Commits all or none.
    ///
    /// @return an answer for each item, in order
    List<R> commit(List<T> batch);
  }

  /// @param item empty: nothing comes after this
  private record Entry<T, R>(Optional<T> item, CompletableFuture<R> answer) {}

  /// A batcher that does not run yet.
  ///
  /// @param most items of a batch
  public GroupCommit(String name, int most, Work<T, R> work) {
    this.most = most;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /// Begins; called once.
  public void start() {
    thread.start();
  }

  /// Commits what is waiting, then ends. What is submitted later fails.
  public void stop() throws InterruptedException {
    synchronized (lock) {
      stopping = true;
      queue.add(new Entry<>(Optional.empty(), new CompletableFuture<>()));
    }
    thread.join();
  }

  /// How many wait for the commit that runs to end.
  public int waiting() {
    return queue.size();
  }

  /// Puts an item into the next batch.
  ///
  /// @return completed after the commit; exceptionally if it failed
  public CompletableFuture<R> submit(T item) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    synchronized (lock) {
      if (stopping) {
        answer.completeExceptionally(new IllegalStateException("The server is stopping."));
      } else {
        queue.add(new Entry<>(Optional.of(item), answer));
      }
    }
    return answer;
  }

  private void run() {
    List<Entry<T, R>> batch = new ArrayList<>();
    boolean ended = false;
    try {
      while (!ended) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, most - 1);
        ended = batch.removeIf(entry -> entry.item().isEmpty());
        commit(batch);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Entry<T, R>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      List<R> answers = work.commit(batch.stream().flatMap(e -> e.item().stream()).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException e) {
      batch.forEach(entry -> entry.answer().completeExceptionally(e));
    }
  }
}
