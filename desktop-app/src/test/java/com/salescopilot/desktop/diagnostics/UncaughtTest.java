package com.salescopilot.desktop.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UncaughtTest {
  @TempDir Path profile;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-31T09:00:00Z"));
  private final InstantSource clock = now::get;
  private final List<ErrorCode> told = new CopyOnWriteArrayList<>();
  private Uncaught uncaught;

  @BeforeEach
  void open() {
    uncaught =
        new Uncaught(
            new CrashFile(profile, clock, Map.of("version", "9.9"), List::of),
            () -> "/prospects",
            told::add);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(profile.resolve("crash"))) {
      return all.sorted().toList();
    }
  }

  private static RuntimeException failure(String message) {
    return new IllegalStateException(message, new IllegalArgumentException(message));
  }

  @Test
  void a_failure_on_any_thread_is_written_down_and_said() throws Exception {
    for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
      Thread thread =
          kind.name("somewhere")
              .uncaughtExceptionHandler(uncaught)
              .unstarted(
                  () -> {
                    throw failure("x");
                  });
      thread.start();
      thread.join();
    }
    assertThat(told).hasSize(1); // the same failure twice
    assertThat(files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file)
                  .hasFileName("20260331-090000-000-" + told.getFirst().fileName() + ".txt");
              assertThat(Files.readString(file))
                  .contains("code: " + told.getFirst().text())
                  .contains("version: 9.9", "screen: /prospects", "thread: somewhere")
                  .contains("caused by java.lang.IllegalArgumentException")
                  .contains("UncaughtTest.failure", "threads\n");
            });
  }

  @Test
  void nothing_that_a_failure_quotes_is_written() throws Exception {
    String secret = "bo@b.example eyJhbGciOiJIUzI1NiJ9 Dear Bo";
    RuntimeException failure = failure(secret);
    failure.addSuppressed(new IOException(secret));
    uncaught.uncaughtException(Thread.currentThread(), failure);
    String text = Files.readString(files().getFirst());
    assertThat(text).doesNotContain("bo@b.example", "eyJ", "Dear");
  }

  @Test
  void the_newest_twenty_are_kept() throws Exception {
    CrashFile crash = new CrashFile(profile, clock, Map.of(), List::of);
    for (int i = 0; i < 23; i++) {
      now.set(now.get().plusSeconds(1));
      crash.write(new ErrorCode("AAAA:BBBB:CCCC"), failure("x"), "t", "-");
    }
    assertThat(files()).hasSize(20);
    assertThat(files().getLast()).hasFileName("20260331-090023-000-AAAA-BBBB-CCCC.txt");
  }

  @Test
  void a_directory_that_cannot_be_written_to_does_not_keep_it_from_being_said() throws Exception {
    Files.writeString(profile.resolve("crash"), "a file in the way");
    uncaught.uncaughtException(Thread.currentThread(), failure("x"));
    assertThat(told).hasSize(1);
  }
}
