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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the letter on the screen is worth to the one it is shown for. Needs no network.
final class ScoreViewModel {
  private final Letters letters;
  private final Async async;
  private final Consumer<RuntimeException> onRefused;
  private final WorkspaceRules rules;
  private final Scorer scorer = new Scorer();
  private final ReadOnlyObjectWrapper<Optional<Score>> score =
      new ReadOnlyObjectWrapper<>(this, "score", Optional.empty());

  ScoreViewModel(
      Letters letters, WorkspaceRules rules, Async async, Consumer<RuntimeException> onRefused) {
    this.letters = letters;
    this.rules = rules;
    this.async = async;
    this.onRefused = onRefused;
  }

  /// The newest score; empty while nothing is written.
  ReadOnlyObjectProperty<Optional<Score>> score() {
    return score.getReadOnlyProperty();
  }

  /// Judges what is written, off the screen's thread; the newest text wins.
  ///
  /// @param campaign that it belongs to, if it does
  void judge(Written written, Optional<Doc> reader, Optional<UUID> campaign) {
    if (rules.isTimeToAsk()) {
      async.run(
          () -> {
            rules.ask();
            return true;
          },
          _ -> {},
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
