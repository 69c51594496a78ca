package com.salescopilot.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class StalledWritesTest {
  private static final int MUCH = 64 << 20;

  @Test
  void a_client_that_takes_nothing_is_cut_off() throws Exception {
    try (StalledWrites stalled = new StalledWrites(Duration.ofMillis(200));
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket connection = server.accept();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      OutputStream out = connection.getOutputStream();
      Future<Boolean> writing =
          threads.submit(
              () -> {
                assertThatThrownBy(() -> stalled.watch(() -> out.write(new byte[MUCH])))
                    .isInstanceOf(CloseConnectionException.class)
                    .hasMessageContaining("took nothing");
                return Thread.currentThread().isInterrupted();
              });
      assertThat(writing.get(30, TimeUnit.SECONDS)).isFalse();
      assertThat(connection.isClosed()).isTrue();
      assertThat(client.isConnected()).isTrue();
    }
  }

  @Test
  void what_is_written_in_time_is_left_alone_and_a_failure_stays_what_it_is() throws Exception {
    try (StalledWrites stalled = new StalledWrites(Duration.ofHours(1))) {
      stalled.watch(() -> {});
      assertThatThrownBy(
              () ->
                  stalled.watch(
                      () -> {
                        throw new IOException("gone");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
    }
  }
}
