package com.salescopilot.model.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.PickSeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Letters that were written for the score, and what it must say of each, on every machine and by
/// every way to it.
public final class GoldenMails {
  static final String EXPECTED = "golden.txt";

  private GoldenMails() {}

  /// A letter.
  ///
  /// @param language to be found out if empty
  /// @param values of its reader, by the names of merge fields
  public record GoldenMail(
      String id,
      Optional<Language> language,
      int step,
      Map<String, String> values,
      String subject,
      String text) {

    /// The letter made out to its reader.
    public ScoredMail mail() {
      FieldValues reader = new FieldValues(values);
      ScoredMail mail =
          new ScoredDraft(subject, Optional.empty(), Optional.of(text))
              .to(reader, FieldCatalogue.of(reader), PickSeed.NONE)
              .atStep(step);
      return language.map(mail::in).orElse(mail);
    }
  }

  /// All letters.
  public static List<GoldenMail> all() {
    List<GoldenMail> mails = new ArrayList<>();
    for (String file : List.of("mails-1.txt", "mails-2.txt")) {
      for (String entry : ("\n" + read(file)).split("\n=== ", -1)) {
        if (!entry.isBlank()) {
          mails.add(mail(entry));
        }
      }
    }
    return mails;
  }

  /// By a letter's id: its score, raw score and band, the points of each check, and a name for the
  /// canonical bytes.
  public static Map<String, String> expected() {
    Map<String, String> lines = new LinkedHashMap<>();
    read(EXPECTED).lines().forEach(line -> lines.put(line.split(" ", 2)[0], line));
    return lines;
  }

  /// What [#expected()] holds for a score.
  ///
  /// @param canonical the score's canonical JSON
  public static String line(String id, Score score, String canonical) {
    String points =
        score.checks().stream()
            .map(check -> check.id().id() + check.points())
            .collect(Collectors.joining(" "));
    String blockers =
        score.blockers().stream()
            .map(blocker -> " " + blocker.code())
            .distinct()
            .collect(Collectors.joining());
    return "%s %d %d %s %s%s %s"
        .formatted(id, score.score(), score.raw(), score.band(), points, blockers, name(canonical));
  }

  /// A name for bytes: equal names are equal bytes.
  public static String name(String canonical) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GoldenMail mail(String entry) {
    String[] parts = entry.split("\n", 3);
    String[] head = parts[0].split(" *\\| *", -1);
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : head[3].split(" *; *", -1)) {
      if (!pair.isBlank()) {
        String[] both = pair.split("=", 2);
        values.put(both[0].strip(), both[1].strip());
      }
    }
    return new GoldenMail(
        head[0],
        Language.of(head[1]),
        Integer.parseInt(head[2]),
        values,
        parts[1],
        parts[2].stripLeading());
  }

  private static String read(String name) {
    try (InputStream in = GoldenMails.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
