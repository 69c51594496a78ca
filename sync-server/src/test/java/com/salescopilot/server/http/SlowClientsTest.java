package com.salescopilot.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that ask and do not read, or begin and do not end: they hold nobody else up.
final class SlowClientsTest {
  private static final int PERMITS = 3;
  private static final byte[] MUCH = new byte[8 << 20];

  private final AtomicInteger asked = new AtomicInteger();

  private void routes(RouteTable table) {
    table
        .get("/small", Access.PUBLIC, (_, _) -> Answer.ok(Map.of("small", true)))
        .get(
            "/whole",
            Access.PUBLIC,
            (_, _) -> {
              asked.incrementAndGet();
              return Answer.bytes("application/octet-stream", MUCH);
            })
        .get("/streamed", Access.PUBLIC, (_, _) -> Answer.ndjson(this::stream))
        .post("/body", Access.PUBLIC, (_, r) -> Answer.ok(Map.of("length", r.body().length)));
  }

  private void stream(OutputStream out) throws IOException {
    asked.incrementAndGet();
    for (int at = 0; at < MUCH.length; at += 1 << 16) {
      out.write(MUCH, at, 1 << 16);
      out.flush();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole", "streamed"})
  void who_does_not_read_an_answer_holds_nobody_up(String path) throws IOException {
    try (Probe server = Probe.of(PERMITS, this::routes)) {
      List<Socket> readers = new ArrayList<>();
      for (int i = 0; i < 4 * PERMITS; i++) {
        readers.add(open(server.at().api(), "GET /api/" + path + " HTTP/1.1\r\nHost: x\r\n\r\n"));
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() == 4 * PERMITS);
      for (int i = 0; i < 20; i++) {
        assertThat(server.get("/api/small").statusCode()).isEqualTo(200);
      }
      readers.getFirst().setSoTimeout(20_000);
      assertThat(readers.getFirst().getInputStream().readNBytes(6 << 20)).hasSize(6 << 20);
      for (Socket reader : readers) {
        reader.close();
      }
    }
  }

  @Test
  void who_does_not_end_a_body_holds_nobody_up() throws IOException {
    try (Probe server = Probe.of(PERMITS, this::routes)) {
      List<Socket> writers = new ArrayList<>();
      for (int i = 0; i < 4 * PERMITS; i++) {
        writers.add(
            open(
                server.at().api(),
                "POST /api/body HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n12345"));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(server.get("/api/small").statusCode()).isEqualTo(200);
      }
      for (Socket writer : writers) {
        writer.close();
      }
    }
  }

  private static Socket open(URI server, String bytes) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    socket.getOutputStream().write(bytes.getBytes(US_ASCII));
    return socket;
  }
}
