package com.salescopilot.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SingleInstanceTest {
  @TempDir Path scratch;

  private final AtomicInteger raised = new AtomicInteger();

  private final List<String> wishes = new CopyOnWriteArrayList<>();

  private SingleInstance first(Path profile) {
    return SingleInstance.start(
            profile,
            "",
            wish -> {
              raised.incrementAndGet();
              wishes.add(wish);
            })
        .orElseThrow();
  }

  private boolean isSecond(Path profile) {
    return SingleInstance.start(profile, "", _ -> {}).isEmpty();
  }

  @Test
  void a_second_start_raises_the_window_of_the_first_and_is_told_so() {
    try (SingleInstance _ = first(scratch)) {
      assertThat(isSecond(scratch)).isTrue();
      assertThat(isSecond(scratch)).isTrue();
    }
    assertThat(raised).hasValue(2);
  }

  @Test
  void the_first_is_told_what_the_second_was_started_for() {
    try (SingleInstance _ = first(scratch)) {
      assertThat(SingleInstance.start(scratch, "a wish of ünïcode\nand two lines", _ -> {}))
          .isEmpty();
      assertThat(SingleInstance.start(scratch, "é".repeat(10_000), _ -> {})).isEmpty();
    }
    assertThat(wishes).containsExactly("a wish of ünïcode and two lines", "é".repeat(4_096));
  }

  @Test
  void after_the_end_of_the_first_another_is_the_first() {
    first(scratch).close();
    first(scratch).close();
    assertThat(raised).hasValue(0);
  }

  @Test
  void two_directories_have_nothing_to_do_with_each_other() {
    try (SingleInstance _ = first(scratch.resolve("a"));
        SingleInstance _ = first(scratch.resolve("b"))) {
      assertThat(raised).hasValue(0);
    }
  }

  @Test
  void the_socket_of_one_that_died_is_replaced() throws Exception {
    try (ServerSocketChannel dying = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dying.bind(UnixDomainSocketAddress.of(SingleInstance.socketOf(scratch)));
    }
    assertThat(SingleInstance.socketOf(scratch)).exists();
    try (SingleInstance _ = first(scratch)) {
      assertThat(isSecond(scratch)).isTrue();
    }
  }

  @Test
  void a_directory_with_a_long_name_has_its_socket_elsewhere() {
    Path deep = scratch.resolve("a-name-that-goes-on-".repeat(8));
    assertThat(SingleInstance.socketOf(deep).toString().getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(100);
    try (SingleInstance _ = first(deep)) {
      assertThat(isSecond(deep)).isTrue();
    }
    assertThat(SingleInstance.socketOf(deep)).doesNotExist();
  }

  @Test
  void somebody_who_connects_and_says_nothing_keeps_nobody_waiting() throws Exception {
    try (SingleInstance _ = first(scratch);
        SocketChannel silent =
            SocketChannel.open(UnixDomainSocketAddress.of(SingleInstance.socketOf(scratch)))) {
      assertThat(silent.isConnected()).isTrue();
      assertThat(isSecond(scratch)).isTrue();
    }
  }
}
