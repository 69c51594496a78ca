package com.salescopilot.model.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.score.GoldenMails.GoldenMail;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `-Dscore.update` writes down anew what is expected; read the difference before it is committed.
final class GoldenMailsTest {
  private static final Path EXPECTED =
      Path.of("src/test/resources/com/salescopilot/model/score", GoldenMails.EXPECTED);

  private final Scorer scorer = new Scorer();

  @Test
  void each_of_a_hundred_letters_has_the_score_it_had() throws IOException {
    List<GoldenMail> mails = GoldenMails.all();
    List<String> lines = new ArrayList<>();
    for (GoldenMail mail : mails) {
      Score score = scorer.score(mail.mail());
      lines.add(GoldenMails.line(mail.id(), score, score.canonical()));
    }
    if (System.getProperty("score.update") != null) {
      Files.writeString(EXPECTED, String.join("\n", lines) + "\n", UTF_8);
    }
    assertThat(mails).hasSizeGreaterThanOrEqualTo(100);
    assertThat(lines).containsExactlyElementsOf(GoldenMails.expected().values());
  }

  @Test
  void the_letters_reach_every_finding_and_blocker_of_a_text() {
    List<Score> scores = GoldenMails.all().stream().map(mail -> scorer.score(mail.mail())).toList();
    Set<Reason> found =
        scores.stream()
            .flatMap(score -> score.checks().stream())
            .map(Check::reason)
            .collect(Collectors.toSet());
    Set<Blocker.Code> blocked =
        scores.stream()
            .flatMap(score -> score.blockers().stream())
            .map(Blocker::code)
            .collect(Collectors.toSet());

    assertThat(found).contains(Reason.values());
    assertThat(blocked)
        .contains(
            Blocker.Code.UNRESOLVED_FIELD,
            Blocker.Code.LEFTOVER_MARKUP,
            Blocker.Code.EMPTY_SUBJECT,
            Blocker.Code.WRONG_NAME,
            Blocker.Code.MISSING_ATTACHMENT,
            Blocker.Code.BAD_LINK);
  }

  @Test
  void a_score_is_the_same_twice_and_its_json_is_canonical() {
    Scorer other = new Scorer();
    for (GoldenMail mail : GoldenMails.all()) {
      String canonical = scorer.score(mail.mail()).canonical();

      assertThat(other.score(mail.mail()).canonical()).isEqualTo(canonical);
      assertThat(CanonicalJson.of(ValueJson.read(ValueJson.tree(canonical)).orElseThrow()))
          .isEqualTo(canonical);
    }
  }

  @Test
  void spans_lie_in_the_text_and_points_within_their_range_whatever_is_written() {
    long seed = Long.getLong("score.seed", 20_261_128L);
    Random random = new Random(seed);
    List<GoldenMail> mails = GoldenMails.all();
    for (int round = 0; round < 3_000; round++) {
      String text = spoilt(mails.get(random.nextInt(mails.size())).text(), random);
      GoldenMail to = mails.get(random.nextInt(mails.size()));
      ScoredMail mail =
          ScoredMail.of(to.subject(), text).to(to.values()).when(Circumstance.CAMPAIGN);

      Score score = scorer.score(mail);

      assertThat(score.score()).as("seed %d", seed).isBetween(0, 40);
      for (Check check : score.checks()) {
        int end = check.id() == CheckId.SUBJ ? mail.subject().length() : text.length();
        assertThat(check.points()).isBetween(0, check.max());
        assertThat(check.spans()).allMatch(span -> span.end() <= end);
      }
    }
  }

  /// Letters cut, doubled and strewn with marks, halves of characters among them.
  private static String spoilt(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    String marks = "\u0000\uD83D\uDE00\u0301{}[]%<>?!.…-'’|⟦⟧\n\r\u2028\u202Eא ";
    for (int i = 0; i < 20 && !out.isEmpty(); i++) {
      int at = random.nextInt(out.length());
      if (random.nextInt(4) == 0) {
        out.delete(at, Math.min(out.length(), at + random.nextInt(20)));
      } else {
        out.insert(at, marks.charAt(random.nextInt(marks.length())));
      }
    }
    return out.toString();
  }
}
