package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.editor.Document;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.model.ai.BuiltIn;
import com.salescopilot.model.ai.FactSheet;
import com.salescopilot.model.ai.Goal;
import com.salescopilot.model.ai.Hunk;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.letter.Sender;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Suggestions for the letter that is being written, made on this machine. They change nothing
/// until somebody takes one, and they send nothing at all.
final class SuggestionViewModel {
  private static final Sender NOBODY = new Sender("", "", "");

  private final BuiltIn engine = new BuiltIn();
  private final Supplier<Document> letter;
  private final Supplier<Optional<Doc>> reader;
  private final Consumer<Document> change;
  private final Async async;
  private final Consumer<RuntimeException> refused;
  private final ReadOnlyObjectWrapper<Suggested> suggested =
      new ReadOnlyObjectWrapper<>(this, "suggested", Suggested.NOTHING);
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

  /// @param reader the prospect that the letter is for, as far as there is one
  /// @param change makes the letter another one, in a step that can be taken back
  SuggestionViewModel(
      Supplier<Document> letter,
      Supplier<Optional<Doc>> reader,
      Consumer<Document> change,
      Async async,
      Consumer<RuntimeException> refused) {
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

  /// Asks for other words.
  void rewrite(Goal goal) {
    LetterLines lines = LetterLines.of(letter.get());
    offer(
        lines,
        () ->
            new Suggested(
                lines.text(),
                engine.rewrite(lines.text(), goal, Optional.empty()),
                List.of(),
                List.of(),
                ""));
  }

  /// Asks for a line that is for this one reader.
  void personalize() {
    LetterLines lines = LetterLines.of(letter.get());
    Optional<Doc> prospect = reader.get();
    offer(
        lines,
        () -> {
          FactSheet facts =
              prospect
                  .map(
                      row ->
                          FactSheet.of(
                              Letter.values(row, NOBODY).byName(),
                              Optional.empty(),
                              Optional.empty(),
                              List.of()))
                  .orElse(FactSheet.empty());
          BuiltIn.Personal personal =
              engine.personalize(
                  lines.text(),
                  facts,
                  prospect.map(row -> row.id().toString()).orElse(""),
                  "",
                  Optional.empty());
          return new Suggested(lines.text(), personal.hunks(), List.of(), personal.missing(), "");
        });
  }

  private void offer(LetterLines lines, Supplier<Suggested> work) {
    async.latest(
        this,
        () -> {
          Suggested all = work.get();
          List<Hunk> possible = all.hunks().stream().filter(lines::canTake).toList();
          return new Suggested(all.text(), possible, all.flags(), all.missing(), all.degraded());
        },
        found -> {
          suggested.set(found);
          shown.set(true);
        },
        refused);
  }

  /// Takes a change. A letter that was changed meanwhile keeps what was written.
  void accept(Hunk hunk) {
    LetterLines lines = LetterLines.of(letter.get());
    Suggested offered = suggested.get();
    if (!offered.hunks().contains(hunk) || !lines.text().equals(offered.text())) {
      return;
    }
    Document now = lines.with(hunk);
    suggested.set(offered.after(hunk, LetterLines.of(now).text()));
    change.accept(now);
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
  }

  /// The letter is another one now; what was meant for the old one is not offered any longer.
  void letterChanged() {
    if (shown.get() && !LetterLines.of(letter.get()).text().equals(suggested.get().text())) {
      close();
    }
  }

  void close() {
    shown.set(false);
    suggested.set(Suggested.NOTHING);
  }
}
