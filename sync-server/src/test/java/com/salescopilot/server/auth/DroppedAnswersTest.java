package com.salescopilot.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.auth.AuthDesk.Reply;
import com.salescopilot.server.db.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A client whose connection breaks in the answer to a refresh, again and again: it asks once more
/// with the same token, and is never signed out for that.
final class DroppedAnswersTest {
  private static final int DROPS = 200;
  private static final int MANY = 1_000;

  /// So often in a row an answer is lost at most.
  private static final int IN_A_ROW = 4;

  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final AuthDesk desk = new AuthDesk(db);

  private final long seed = new SplittableRandom().nextLong();
  private final Random random = new Random(seed);

  @Test
  void two_hundred_lost_answers_sign_nobody_out() throws IOException {
    lose(DROPS);
  }

  @Test
  @Tag("long")
  void a_thousand_lost_answers_sign_nobody_out() throws IOException {
    lose(MANY);
  }

  private void lose(int drops) throws IOException {
    Reply in = desk.signUp(desk.newAddress());
    String token = in.at("/refreshToken");
    String last = token;
    String copied = token;
    int dropped = 0;
    int signedOut = 0;
    int taken = 0;
    while (dropped < drops) {
      for (int i = random.nextInt(IN_A_ROW + 1); i > 0 && dropped < drops; i--) {
        drop(token);
        dropped++;
      }
      Reply next = desk.refresh(token);
      taken++;
      signedOut += next.status() == 200 ? 0 : 1;
      assertThat(next.status()).as("after %d drops, seed %d", dropped, seed).isEqualTo(200);
      assertThat(desk.me(next.at("/token")).status()).isEqualTo(200);
      copied = last;
      last = token;
      token = next.at("/refreshToken");
      desk.pass(Duration.ofMinutes(10));
    }
    assertThat(dropped).isEqualTo(drops);
    assertThat(taken).isGreaterThan(drops / IN_A_ROW);
    assertThat(signedOut).isZero();
    assertThat(desk.refresh(copied).status()).as("the control: a copy").isEqualTo(401);
    assertThat(desk.refresh(token).status()).as("which ends it for all").isEqualTo(401);
  }

  /// The server answers, and the client has heard one letter of it when the line breaks.
  private static void drop(String token) throws IOException {
    URI api = desk.api();
    byte[] body = "{\"refreshToken\":\"%s\"}".formatted(token).getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST /api/auth/refresh HTTP/1.1
        Host: %s
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(api.getAuthority(), body.length)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(api.getHost(), api.getPort())) {
      socket.setSoTimeout(30_000);
      socket.setSoLinger(true, 0); // a reset, not a goodbye
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
  }
}
