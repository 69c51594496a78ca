package com.salescopilot.desktop.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salescopilot.desktop.demo.OtherPeople;
import com.salescopilot.desktop.network.TestServer;
import com.salescopilot.desktop.remote.ServerAddress;
import com.salescopilot.desktop.remote.Session;
import com.salescopilot.desktop.remote.SignUp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A password that was forgotten: a code comes by mail and is typed into the window.
@Tag("long")
final class PasswordIT {
  private static final Pattern CODE = Pattern.compile("into the app: (\\S+)");
  private static final String NEXT = "four other words here";

  @TempDir Path scratch;

  @Test
  void a_forgotten_password_is_replaced_by_a_code_from_a_mail() throws Exception {
    String email = TestServer.newAddress();
    try (LastingServer server = new LastingServer(scratch).start();
        OtherPeople people = server.people();
        RealDesk desk = RealDesk.open(scratch.resolve("desk"), server.api().toString())) {
      Session.signUp(
              ServerAddress.parse(server.api().toString()),
              new SignUp(email, TestServer.PASSWORD, "Bo", "Berg"),
              Clock.systemUTC())
          .close();
      desk.ui().until("it is offered", () -> desk.ui().scene().lookup("#forgot").isVisible());
      desk.ui().fill("#email", email).click("#forgot").click("#enter");
      desk.ui().until("a code is asked for", () -> desk.ui().sees("#withCode"));
      List<String> mails =
          await("the mail arrives")
              .atMost(Duration.ofSeconds(30))
              .until(() -> people.wordsOf(email), found -> !found.isEmpty());
      Matcher code = CODE.matcher(mails.getFirst());
      assertThat(code.find()).as(mails.getFirst()).isTrue();
      desk.ui().fill("#code", "AAAA-AAAA-AAAA").fill("#password", NEXT).click("#enter");
      desk.reads("#problem", "The code is wrong");
      desk.ui().fill("#code", code.group(1)).click("#enter");
      desk.reads(".toasts", "The new password holds").signIn(email, NEXT);
    }
  }
}
