package com.salescopilot.desktop.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.fuzz.Fuzzed;
import com.salescopilot.fuzz.Pieces;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.SearchText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// What somebody types finds exactly the rows with words that begin so, by the statement that the
/// lists ask and by the text that the server searches; and a word is found by each of its
/// beginnings.
final class SearchFuzzedTest implements Fuzzed {
  private static final Sql FIND =
      requireNonNull(SqlFile.of(Lists.class).perEntity("WORDS").get(Entity.PROSPECT));
  private static final Sql PUT =
      Sql.of("insert or replace into prospect values (1, :words, :beginnings)");
  private static final Pattern BLANK = Pattern.compile("[\\s\\x1C-\\x1F\\u1680\\u2028\\u2029]+");
  private static final Pattern PART = Pattern.compile("[\\p{L}\\p{Nd}\\p{Nl}\\p{No}]+");

  private final Db db = new Db(memory());

  private static Connection memory() {
    try {
      Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
      try (var statement = memory.createStatement()) {
        statement.execute(
            "create table prospect (pk integer primary key, words text, beginnings integer)");
      }
      return memory;
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  @Override
  public void attack(byte[] input) {
    Pieces pieces = new Pieces(input);
    String typed = pieces.next();
    Doc row =
        new Doc(Entity.PROSPECT, new UUID(0, 1), 0, new TreeMap<>())
            .with("firstName", pieces.next())
            .with("company", pieces.next());
    String words = Words.of(row);
    db.on(PUT).with("words", words).with("beginnings", Words.beginnings(words)).run();
    boolean found = Search.of(typed).on(db.on(FIND)).wholes().length == 1;
    List<String> known = naive(row);
    boolean wanted = terms(typed).stream().allMatch(term -> begins(known, term));
    assertThat(found).as("%s in %s", terms(typed), known).isEqualTo(wanted);
    String server = SearchText.of(row);
    for (String term : terms(typed)) {
      boolean whole = begins(terms(row.text("firstName").orElse("")), term);
      assertThat(server.contains(" " + term))
          .isEqualTo(whole || begins(terms(row.text("company").orElse("")), term));
    }
    beginnings(typed);
  }

  /// A word is found by what somebody has typed of it so far.
  private static void beginnings(String text) {
    for (String word : BLANK.split(text, -1)) {
      List<String> whole = SearchText.words(word);
      for (int end = 0; end < word.length() && end < 40; ) {
        end += Character.charCount(word.codePointAt(end));
        assertThat(SearchText.words(word.substring(0, end)))
            .as("beginnings of %s", word)
            .allMatch(typed -> begins(whole, typed));
      }
    }
  }

  /// The words of a row and what is between signs in them, said once more in another way.
  private static List<String> naive(Doc row) {
    List<String> words = new ArrayList<>();
    for (String field : List.of("firstName", "company")) {
      for (String word : terms(row.text(field).orElse(""))) {
        words.add(word);
        PART.matcher(word).results().forEach(part -> words.add(part.group()));
      }
    }
    return words;
  }

  private static List<String> terms(String text) {
    List<String> terms = new ArrayList<>(List.of(BLANK.split(SearchText.fold(text), -1)));
    terms.removeIf(String::isEmpty);
    return terms;
  }

  private static boolean begins(List<String> words, String term) {
    return words.stream().anyMatch(word -> word.startsWith(term));
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Pieces.join("mull acm", "Jürgen Müller", "ACME Inc."),
        Pieces.join("straße", "STRASSE", "ﬁlm-büro@x.example"),
        Pieces.join("x.example", "ana.li@x.example", "100% _safe_ \\o/"),
        Pieces.join("漢", "漢字", "Łódź Øre"),
        Pieces.join("οδος", "ΟΔΟΣ", "İstanbul 😀"),
        Pieces.join("% _", "50% a_b", "\\u0000\\ud83d"),
        Pieces.join("", "", ""));
  }

  @Override
  public List<String> words() {
    return List.of(
        "ß", "ς", "Σ", "İ", "ı", "ŉ", "ﬁ", "Æ", "é", "e\u0301", "\u00a0", "\u3000", "\u0085", "각",
        "½", "²", "Ⅻ", "😀", "%", "_", "'", "\"", "\\u0000", "\\ud83d", "\n%%\n", "ǰ", "ſ");
  }

  @Override
  public void judge(List<byte[]> inputs) {
    assertThat(inputs.stream().filter(SearchFuzzedTest::finds)).hasSizeGreaterThanOrEqualTo(4);
  }

  private static boolean finds(byte[] input) {
    Pieces pieces = new Pieces(input);
    List<String> terms = terms(pieces.next());
    List<String> words = terms(String.join(" ", pieces.rest()));
    return !terms.isEmpty() && terms.stream().anyMatch(term -> begins(words, term));
  }
}
