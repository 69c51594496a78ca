package com.salescopilot.server.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.server.codes.OneTimeCodes.Issued;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Codes that are good once.
final class OneTimeCodesTest {
  private static final Duration LIFE = Duration.ofMinutes(30);

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final OneTimeCodes codes = new OneTimeCodes(UUID::randomUUID, new SecureRandom());
  private final Scope ana = db.newWorkspace();
  private Instant now = Instant.parse("2026-09-01T08:00:00Z");

  private Issued issue(Grant.Kind kind) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("a", 1);
    Grant grant = new Grant(kind, Optional.of(ana.user()), Optional.of(ana.workspace()), data);
    return db.database().asUser(Optional.empty(), tx -> codes.issue(tx, grant, LIFE, now));
  }

  private Taken take(Grant.Kind kind, String code) {
    return db.database().asUser(Optional.empty(), tx -> codes.take(tx, kind, code, now));
  }

  private Taken guess(String code) {
    return db.database()
        .asUser(Optional.empty(), tx -> codes.guess(tx, Grant.Kind.RESET, ana.user(), code, now));
  }

  @ParameterizedTest
  @EnumSource
  void a_code_is_good_once_and_known_when_it_comes_again(Grant.Kind kind) {
    Issued issued = issue(kind);
    assertThat(take(kind, issued.code()))
        .isInstanceOfSatisfying(
            Taken.Fresh.class,
            fresh -> {
              assertThat(fresh.code().id()).isEqualTo(issued.id());
              assertThat(fresh.code().grant().user()).hasValue(ana.user());
              assertThat(fresh.code().grant().workspace()).hasValue(ana.workspace());
              assertThat(fresh.code().grant().data().path("a").asInt()).isEqualTo(1);
            });
    assertThat(take(kind, issued.code())).isInstanceOf(Taken.Again.class);
  }

  @Test
  void of_thirty_two_who_bring_it_at_once_one_has_it() throws Exception {
    Issued issued = issue(Grant.Kind.OAUTH_CODE);
    int fresh = 0;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Taken> one = () -> take(Grant.Kind.OAUTH_CODE, issued.code());
      for (Future<Taken> taken : pool.invokeAll(Collections.nCopies(32, one))) {
        fresh += taken.get() instanceof Taken.Fresh ? 1 : 0;
      }
    }
    assertThat(fresh).isEqualTo(1);
  }

  @Test
  void a_code_of_one_kind_is_nothing_as_another_and_nothing_when_it_is_late() {
    Issued issued = issue(Grant.Kind.INVITE);
    assertThat(take(Grant.Kind.RESET, issued.code())).isInstanceOf(Taken.Unknown.class);
    now = now.plus(LIFE);
    assertThat(take(Grant.Kind.INVITE, issued.code())).isInstanceOf(Taken.Unknown.class);
  }

  @Test
  void a_typed_code_has_sixty_bits_and_may_be_typed_carelessly() {
    Issued issued = issue(Grant.Kind.INVITE);
    assertThat(issued.code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
    String careless =
        " " + issued.code().toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o') + " ";
    assertThat(take(Grant.Kind.INVITE, careless.replace('1', 'l'))).isInstanceOf(Taken.Fresh.class);
  }

  @Test
  void after_ten_wrong_guesses_the_right_one_is_worth_nothing() {
    Issued nine = issue(Grant.Kind.RESET);
    for (int i = 0; i < OneTimeCodes.MOST_TRIES - 1; i++) {
      assertThat(guess("0000-0000-0000")).isInstanceOf(Taken.Unknown.class);
    }
    assertThat(guess(nine.code())).isInstanceOf(Taken.Fresh.class);
    Issued ten = issue(Grant.Kind.RESET);
    for (int i = 0; i < OneTimeCodes.MOST_TRIES; i++) {
      guess("0000-0000-0000");
    }
    assertThat(guess(ten.code())).isInstanceOf(Taken.Unknown.class);
  }

  @Test
  void what_was_withdrawn_is_worth_nothing_and_what_was_used_cannot_be_withdrawn() {
    Issued one = issue(Grant.Kind.INVITE);
    Issued other = issue(Grant.Kind.INVITE);
    take(Grant.Kind.INVITE, other.code());
    db.database()
        .asUser(
            Optional.empty(),
            tx -> {
              assertThat(codes.open(tx, Grant.Kind.INVITE, ana.workspace(), now))
                  .extracting(Taken.Code::id)
                  .containsExactly(one.id());
              assertThat(codes.withdraw(tx, Grant.Kind.INVITE, ana.workspace(), other.id(), now))
                  .isFalse();
              return codes.withdraw(tx, Grant.Kind.INVITE, ana.workspace(), one.id(), now);
            });
    assertThat(take(Grant.Kind.INVITE, one.code())).isInstanceOf(Taken.Unknown.class);
  }

  @Test
  void a_note_comes_back_with_the_second_use() {
    Issued issued = issue(Grant.Kind.OAUTH_CODE);
    take(Grant.Kind.OAUTH_CODE, issued.code());
    ObjectNode note = JsonNodeFactory.instance.objectNode().put("session", "s1");
    db.database()
        .asUser(
            Optional.empty(),
            tx -> {
              codes.note(tx, issued.id(), note);
              return true;
            });
    assertThat(take(Grant.Kind.OAUTH_CODE, issued.code()))
        .isInstanceOfSatisfying(
            Taken.Again.class, again -> assertThat(again.code().grant().data()).isEqualTo(note));
  }
}
