package com.salescopilot.desktop.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ErrorCodeTest {
  private static RuntimeException first() {
    return new IllegalStateException("one");
  }

  private static RuntimeException second() {
    return new IllegalStateException("two");
  }

  private static RuntimeException wrapped(RuntimeException cause) {
    return new IllegalArgumentException("around", cause);
  }

  @Test
  void it_has_three_short_parts() {
    assertThat(ErrorCode.of(first()).text()).matches("[0-9A-Z]{4}:[0-9A-Z]{4}:[0-9A-Z]{4}");
    assertThat(ErrorCode.of(first()).fileName()).doesNotContain(":");
  }

  @Test
  void lines_and_messages_do_not_matter() {
    RuntimeException here = first();

    RuntimeException there = first();
    assertThat(ErrorCode.of(here)).isEqualTo(ErrorCode.of(there));
    StackTraceElement[] moved = here.getStackTrace();
    moved[0] =
        new StackTraceElement(
            moved[0].getClassName(), moved[0].getMethodName(), moved[0].getFileName(), 9999);
    here.setStackTrace(moved);
    assertThat(ErrorCode.of(here)).isEqualTo(ErrorCode.of(there));
  }

  @Test
  void the_number_of_a_lambda_does_not_matter() {
    Supplier<RuntimeException> lambda = () -> new IllegalStateException("x");
    Supplier<RuntimeException> another = () -> new IllegalStateException("x");
    assertThat(ErrorCode.of(lambda.get())).isEqualTo(ErrorCode.of(another.get()));
  }

  @Test
  void other_methods_and_other_roots_have_other_codes() {
    assertThat(ErrorCode.of(first())).isNotEqualTo(ErrorCode.of(second()));
    assertThat(ErrorCode.of(wrapped(first()))).isNotEqualTo(ErrorCode.of(wrapped(second())));
    assertThat(ErrorCode.of(wrapped(first())).text().split(":", -1)[1])
        .as("the bottom is the same, by whatever way it came")
        .isEqualTo(ErrorCode.of(first()).text().split(":", -1)[1]);
  }

  @Test
  void a_failure_without_frames_and_one_that_causes_itself_have_codes_too() {
    RuntimeException bare = first();
    bare.setStackTrace(new StackTraceElement[0]);
    assertThat(ErrorCode.of(bare).text()).hasSize(14);
    RuntimeException a = new RuntimeException("a");
    RuntimeException b = new RuntimeException("b", a);
    a.initCause(b);
    assertThat(ErrorCode.of(a).text()).hasSize(14);
  }
}
