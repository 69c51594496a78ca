package com.salescopilot.desktop.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.harness.QuietServer;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verdicts that the server does not take at once.
final class FeedbackTest {
  private static final Suggested.Maker MAKER =
      new Suggested.Maker(new UUID(0, 1), Suggested.Kind.REWRITE, "builtin", "1");

  @TempDir Path scratch;

  private final AtomicInteger status = new AtomicInteger(204);
  private final Async async = new Async(Runnable::run, Runnable::run);
  private DeskFixture desk;
  private QuietServer server;

  @BeforeEach
  void signIn() {
    desk = DeskFixture.ofAda(scratch.resolve("profile"));
    server =
        new QuietServer()
            .taking("/api/ai/feedback", status::get)
            .taking("/api/auth/refresh", () -> 401);
    server.signIn(desk.desk());
  }

  @AfterEach
  void close() {
    desk.close();
    server.close();
  }

  private List<String> waiting() {
    return List.copyOf(desk.desk().store().localDraftKeys("feedback"));
  }

  @Test
  void a_verdict_that_is_refused_as_nobody_is_signed_in_is_told_after_the_next_sign_in() {
    status.set(401);
    try (Subscription _ = Feedback.followSignIns(desk.desk(), async)) {
      new Feedback(desk.desk()).keep(MAKER, Feedback.Verdict.UP, "");
      assertThat(waiting()).hasSize(1);
      server.signIn(desk.desk());
      assertThat(waiting()).hasSize(1);
      status.set(204);
      server.signIn(desk.desk());
      assertThat(waiting()).isEmpty();
    }
  }

  @Test
  void a_verdict_that_somebody_may_not_give_here_waits_and_a_wrong_one_is_dropped() {
    status.set(403);
    new Feedback(desk.desk()).keep(MAKER, Feedback.Verdict.UP, "");
    assertThat(waiting()).hasSize(1);
    status.set(422);
    new Feedback(desk.desk()).tell();
    assertThat(waiting()).isEmpty();
  }
}
