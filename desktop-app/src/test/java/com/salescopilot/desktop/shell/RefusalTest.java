package com.salescopilot.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.desk.DeskRefused;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.sync.RejectCode;
import com.salescopilot.model.template.TemplateError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RefusalTest {
  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  private static final Texts GERMAN = new Texts(Locale.GERMAN);

  /// What the contract says that the server may refuse with.
  private static List<String> serverCodes() throws IOException {
    try (InputStream contract =
        RefusalTest.class.getResourceAsStream("/com/salescopilot/server/contract/openapi.yaml")) {
      String yaml =
          new String(Objects.requireNonNull(contract).readAllBytes(), StandardCharsets.UTF_8);
      String codes = yaml.substring(yaml.indexOf("    ProblemCode:"));
      return codes
          .substring(codes.indexOf("enum:"))
          .lines()
          .skip(1)
          .takeWhile(line -> line.strip().startsWith("- "))
          .map(line -> line.strip().substring(2))
          .toList();
    }
  }

  private static Stream<String> names(Enum<?>[] codes) {
    return Arrays.stream(codes).map(Enum::name);
  }

  @Test
  void whatever_refuses_does_so_in_the_language_of_the_window() throws IOException {
    List<String> server = serverCodes();
    assertThat(server).contains("STATE", "INTERNAL").hasSizeGreaterThan(30);
    List<String> codes =
        Stream.of(server.stream(), names(RejectCode.values()), names(TemplateError.Code.values()))
            .flatMap(each -> each)
            .distinct()
            .toList();
    assertThat(codes)
        .allSatisfy(
            code ->
                assertThat(Refusal.words(GERMAN, new DeskRefused(code, "It was refused.")))
                    .as(code)
                    .isNotEqualTo("It was refused."));
  }

  @Test
  void in_english_the_reason_itself_is_said() {
    DeskRefused refused = new DeskRefused("INVALID", "The prospect has no mail address.");
    assertThat(Refusal.words(ENGLISH, refused)).isEqualTo("The prospect has no mail address.");
    assertThat(Refusal.words(GERMAN, refused)).isEqualTo("Das kann so nicht bleiben.");
  }

  @Test
  void what_nobody_foresaw_is_told_without_the_names_of_classes() {
    RuntimeException unforeseen = new IllegalStateException("java.lang.Thing@1f rejected");
    assertThat(Refusal.words(ENGLISH, unforeseen)).startsWith("That did not work");
    assertThat(Refusal.words(GERMAN, unforeseen)).startsWith("Das ging nicht");
  }

  @Test
  void a_code_that_is_newer_than_this_program_is_told_as_it_came() {
    DeskRefused refused = new DeskRefused("BRAND_NEW", "Something new.");
    assertThat(Refusal.words(GERMAN, refused)).isEqualTo("Something new.");
  }
}
