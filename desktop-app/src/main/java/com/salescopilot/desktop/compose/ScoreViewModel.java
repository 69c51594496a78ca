package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.score.Scorer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the letter on the screen is worth to the one it is shown for. Needs no network.
final class ScoreViewModel {
  private final Letters letters;
  private final Async async;
  private final Consumer<RuntimeException> onRefused;
  private final WorkspaceRules rules;
  private final Narrator narrator;
  private final Scorer scorer = new Scorer();
  private final ReadOnlyObjectWrapper<Optional<Score>> score =
      new ReadOnlyObjectWrapper<>(this, "score", Optional.empty());

  private final ReadOnlyObjectWrapper<Told> told =
      new ReadOnlyObjectWrapper<>(this, "told", new Told.Nothing());
  private final ReadOnlyBooleanWrapper narrated = new ReadOnlyBooleanWrapper(this, "narrated");
  private Written newest = Written.NOTHING;
  private Optional<UUID> newestReader = Optional.empty();

  ScoreViewModel(
      Letters letters,
      WorkspaceRules rules,
      Narrator narrator,
      Async async,
      Consumer<RuntimeException> onRefused) {
    this.letters = letters;
    this.rules = rules;
    this.narrator = narrator;
    this.async = async;
    this.onRefused = onRefused;
  }

  /// What is said of the score in words.
  sealed interface Told {
    /// Nobody was asked.
    record Nothing() implements Told {}

    /// Somebody thinks.
    record Asked() implements Told {}

    /// A model's words, judged.
    record Said(Narrator.Words words) implements Told {}

    /// There are none.
    record None() implements Told {}
  }

  /// What is said in words of the letter as it stands.
  ReadOnlyObjectProperty<Told> told() {
    return told.getReadOnlyProperty();
  }

  /// Whether words can be asked for.
  ReadOnlyBooleanProperty narrated() {
    return narrated.getReadOnlyProperty();
  }

  /// Asks for words. A letter that changes meanwhile gets none.
  void tell() {
    Written about = newest;
    Optional<UUID> reader = newestReader;
    told.set(new Told.Asked());
    async.latest(
        told,
        () -> narrator.tell(about, reader),
        words -> answered(about, words.words().isBlank() ? new Told.None() : new Told.Said(words)),
        _ -> answered(about, new Told.None()));
  }

  private void answered(Written about, Told answer) {
    if (about.equals(newest)) {
      told.set(answer);
    }
  }

  /// The newest score; empty while nothing is written.
  ReadOnlyObjectProperty<Optional<Score>> score() {
    return score.getReadOnlyProperty();
  }

  /// Judges what is written, off the screen's thread; the newest text wins.
  ///
  /// @param campaign that it belongs to, if it does
  void judge(Written written, Optional<Doc> reader, Optional<UUID> campaign) {
    Optional<UUID> readerId = reader.map(Doc::id);
    if (!written.equals(newest) || !readerId.equals(newestReader)) {
      newest = written;
      newestReader = readerId;
      told.set(new Told.Nothing()); // what was said is of another letter
    }
    if (rules.isTimeToAsk()) {
      async.run(
          () -> {
            rules.ask();
            return true;
          },
          _ -> narrated.set(narrator.isThere()),
          _ -> {}); // nobody is kept from writing by it
    }
    async.latest(
        score,
        () ->
            written.isEmpty()
                ? Optional.<Score>empty()
                : Optional.of(
                    scorer.score(letters.judged(written.asDraft(campaign), reader), rules.score())),
        score::set,
        onRefused);
  }
}
