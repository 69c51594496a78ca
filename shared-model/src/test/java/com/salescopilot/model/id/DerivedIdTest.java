package com.salescopilot.model.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden vectors were computed with Python's hashlib, not with the code under test.
final class DerivedIdTest {
  private static final UUID A = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");
  private static final UUID B = UUID.fromString("0198c0de-0000-7000-8000-00000000000b");
  private static final UserId USER = new UserId(A);

  @ParameterizedTest
  @MethodSource("vectors")
  void golden_vectors_hold(UUID derived, String golden) {
    assertThat(derived).hasToString(golden);
  }

  static Stream<Arguments> vectors() {
    return Stream.of(
        Arguments.of(DerivedId.enrolment(A, B), "6306419f-6e5b-8f29-968f-51142cc24c0b"),
        Arguments.of(DerivedId.email(USER, A, 1), "4f708c95-44cc-8fdb-ae16-62e3b89bc1bd"),
        Arguments.of(
            DerivedId.emailForKey(USER, "schlüssel-1"), "4874f8d0-2c19-8339-ab3c-94e8ead7d27b"),
        Arguments.of(DerivedId.stepEmail(A, B, 2, 1), "64a75e7c-100f-8398-9ff3-4301139e93a3"),
        Arguments.of(
            DerivedId.suppression(new WorkspaceId(A), "ana@x.example"),
            "099d493b-65b5-83ff-9b3c-70ca0758a704"),
        Arguments.of(DerivedId.siblingDraft(A, B), "78f62685-52f5-84af-8f3c-fe9a1ef2be06"),
        Arguments.of(
            DerivedId.defaultMailbox(new WorkspaceId(A)), "bf9d7cb1-dbfc-8dde-99a1-04aea30b04d0"),
        Arguments.of(DerivedId.favourite(USER, B), "dd9d003b-3f1b-8022-ad95-b5fdea608570"),
        Arguments.of(DerivedId.conflict(A, "jobTitle"), "c829a30f-e62f-838c-8f79-6c86be0b3e3c"),
        Arguments.of(DerivedId.conflictedCopy(A), "3121f32b-dbef-8327-a8ba-cae31c44aabd"),
        Arguments.of(DerivedId.rewritten(A, "9f86d081"), "91059baf-4b75-82ab-a072-0b96f097a502"),
        Arguments.of(DerivedId.keyed(USER, "k"), "82950739-bc3a-85ee-be48-ee337b5dd1fe"));
  }

  @Test
  void the_version_is_8_and_the_variant_is_that_of_the_standard() {
    for (int generation = 0; generation < 1_000; generation++) {
      UUID id = DerivedId.email(USER, A, generation);
      assertThat(id.version()).isEqualTo(8);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void the_order_of_parts_matters() {
    assertThat(DerivedId.enrolment(A, B)).isNotEqualTo(DerivedId.enrolment(B, A));
  }

  @Test
  void equal_parts_of_different_kinds_give_different_ids() {
    assertThat(
            Stream.of(
                DerivedId.enrolment(A, B),
                DerivedId.siblingDraft(A, B),
                DerivedId.favourite(USER, B),
                DerivedId.emailForKey(USER, B.toString()),
                DerivedId.keyed(USER, B.toString()),
                DerivedId.conflict(A, B.toString()),
                DerivedId.conflict(A, B, ""),
                DerivedId.rewritten(A, B.toString())))
        .doesNotHaveDuplicates();
  }
}
