package com.salescopilot.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.InputStream;
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

final class StallsTest {
  private static final int MUCH = 64 << 20;

  @Test
  void a_client_that_takes_nothing_is_cut_off() throws Exception {
    try (Stalls stalls = new Stalls(Duration.ofMillis(200));
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket connection = server.accept();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      OutputStream out = connection.getOutputStream();
      Future<Boolean> writing =
          threads.submit(
              () -> {
                assertThatThrownBy(() -> stalls.write(() -> out.write(new byte[MUCH])))
                    .isInstanceOf(CloseConnectionException.class)
                    .hasMessageContaining("did nothing");
                return Thread.currentThread().isInterrupted();
              });
      assertThat(writing.get(30, TimeUnit.SECONDS)).isFalse();
      assertThat(connection.isClosed()).isTrue();
      assertThat(client.isConnected()).isTrue();
    }
  }

  @Test
  void a_client_that_sends_a_byte_now_and_then_is_cut_off() throws Exception {
    try (Stalls stalls = new Stalls(Duration.ofMillis(200));
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket connection = server.accept();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      client.getOutputStream().write('x');
      InputStream in = connection.getInputStream();
      Future<?> reading =
          threads.submit(
              () ->
                  assertThatThrownBy(() -> stalls.read(9, () -> in.readNBytes(9)))
                      .isInstanceOf(CloseConnectionException.class));
      reading.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void what_is_written_in_time_is_left_alone_and_a_failure_stays_what_it_is() throws Exception {
    try (Stalls stalls = new Stalls(Duration.ofHours(1))) {
      stalls.write(() -> {});
      assertThatThrownBy(
              () ->
                  stalls.write(
                      () -> {
                        throw new IOException("gone");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("gone");
    }
  }
}
