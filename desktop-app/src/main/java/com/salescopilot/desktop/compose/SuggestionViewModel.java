package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.model.ai.Goal;
import com.salescopilot.model.ai.Hunk;
import com.salescopilot.model.entity.Doc;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Suggestions for the letter that is being written, by whoever can be asked. They change nothing
/// until somebody takes one, and they send nothing at all.
final class SuggestionViewModel {
  private final Engine engine;
  private final Supplier<String> subject;
  private final Supplier<Document> letter;
  private final Supplier<Optional<Doc>> reader;
  private final Consumer<Document> change;
  private final Async async;
  private final Consumer<Judged> judged;
  private final Consumer<RuntimeException> refused;
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");
  private int taken;
  private final ReadOnlyObjectWrapper<Suggested> suggested =
      new ReadOnlyObjectWrapper<>(this, "suggested", Suggested.NOTHING);
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

  /// What somebody did with a suggestion.
  ///
  /// @param text the letter as it is now; empty where nothing was taken
  /// @param taken the change that was just taken
  record Judged(
      Suggested.Maker maker, Feedback.Verdict verdict, String text, Optional<Hunk> taken) {}

  /// @param engine who is asked
  /// @param judged is told what becomes of what it suggests
  /// @param reader the prospect that the letter is for, as far as there is one
  /// @param change makes the letter another one, in a step that can be taken back
  SuggestionViewModel(
      Engine engine,
      Consumer<Judged> judged,
      Supplier<String> subject,
      Supplier<Document> letter,
      Supplier<Optional<Doc>> reader,
      Consumer<Document> change,
      Async async,
      Consumer<RuntimeException> refused) {
    this.engine = engine;
    this.judged = judged;
    this.subject = subject;
    this.letter = letter;
    this.reader = reader;
    this.change = change;
    this.async = async;
    this.refused = refused;
  }

  ReadOnlyObjectProperty<Suggested> suggested() {
    return suggested.getReadOnlyProperty();
  }

  /// Whether somebody asked and has not closed it.
  ReadOnlyBooleanProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /// Whether an answer is waited for.
  ReadOnlyBooleanProperty asking() {
    return asking.getReadOnlyProperty();
  }

  /// Asks for other words.
  void rewrite(Goal goal) {
    offer(Optional.of(goal));
  }

  /// Asks for a line that is for this one reader.
  void personalize() {
    offer(Optional.empty());
  }

  private void offer(Optional<Goal> goal) {
    LetterLines lines = LetterLines.of(letter.get());
    Engine.Question question = new Engine.Question(goal, subject.get(), lines.text(), reader.get());
    asking.set(true);
    async.latest(
        this,
        () -> {
          Suggested all = engine.ask(question);
          return all.only(all.hunks().stream().filter(lines::canTake).toList());
        },
        found -> {
          asking.set(false);
          if (LetterLines.of(letter.get()).text().equals(found.text())) {
            taken = 0;
            suggested.set(found);
            shown.set(true);
          }
        },
        e -> {
          asking.set(false);
          refused.accept(e);
        });
  }

  /// Takes a change. A letter that was changed meanwhile keeps what was written.
  void accept(Hunk hunk) {
    LetterLines lines = LetterLines.of(letter.get());
    Suggested offered = suggested.get();
    if (!offered.hunks().contains(hunk) || !lines.text().equals(offered.text())) {
      return;
    }
    Document now = lines.with(hunk);
    taken++;
    suggested.set(offered.after(hunk, LetterLines.of(now).text()));
    judged.accept(
        new Judged(
            offered.maker(),
            Feedback.Verdict.ACCEPTED,
            LetterLines.of(now).text(),
            Optional.of(hunk)));
    change.accept(now); // and is kept, with what was noted of it
  }

  /// Takes all that are left, the last first, so that the others stay where they are.
  void acceptAll() {
    for (Hunk hunk : suggested.get().hunks().reversed()) {
      accept(hunk);
    }
  }

  /// Turns one down.
  void reject(Hunk hunk) {
    suggested.set(suggested.get().without(hunk));
    if (taken == 0 && suggested.get().hunks().isEmpty()) {
      judge(Feedback.Verdict.REJECTED, "");
    }
  }

  /// The letter is another one now; what was meant for the old one is not offered any longer.
  void letterChanged() {
    String now = LetterLines.of(letter.get()).text();
    if (shown.get() && !now.equals(suggested.get().text())) {
      if (taken > 0) {
        judge(Feedback.Verdict.EDITED, now);
      }
      close();
    }
  }

  /// Says that it was good, or was not.
  void judge(Feedback.Verdict verdict) {
    judge(verdict, "");
  }

  private void judge(Feedback.Verdict verdict, String text) {
    judged.accept(new Judged(suggested.get().maker(), verdict, text, Optional.empty()));
  }

  void close() {
    shown.set(false);
    suggested.set(Suggested.NOTHING);
  }
}
