package com.salescopilot.desktop.editor;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What real people would read, one of them at a time.
public final class LetterPreview {
  private final Texts texts;
  private final ReadOnlyStringWrapper reader = new ReadOnlyStringWrapper(this, "reader", "");
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper(this, "place", "");
  private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper(this, "subject", "");
  private final ReadOnlyObjectWrapper<Document> body =
      new ReadOnlyObjectWrapper<>(this, "body", Document.EMPTY);
  private final ReadOnlyStringWrapper problems = new ReadOnlyStringWrapper(this, "problems", "");
  private final ReadOnlyBooleanWrapper many = new ReadOnlyBooleanWrapper(this, "many");
  private List<Doc> people = List.of();
  private Optional<Reading> how = Optional.empty();
  private LetterReader.Source text = new LetterReader.Source("", "");
  private int at;

  /// How a letter is made out.
  public interface Reading {
    /// What this person reads.
    LetterReader.Read made(LetterReader.Source letter, Optional<Doc> person);
  }

  public LetterPreview(Texts texts) {
    this.texts = texts;
  }

  /// Whom it is shown for.
  public ReadOnlyStringProperty reader() {
    return reader.getReadOnlyProperty();
  }

  /// Which one of how many that is; empty for a single one.
  public ReadOnlyStringProperty place() {
    return place.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty subject() {
    return subject.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Document> body() {
    return body.getReadOnlyProperty();
  }

  /// Why it could not be sent to this one; empty if it could.
  public ReadOnlyStringProperty problems() {
    return problems.getReadOnlyProperty();
  }

  /// Whether there is more than one to step through.
  public ReadOnlyBooleanProperty many() {
    return many.getReadOnlyProperty();
  }

  /// Shows it for some people; for nobody, with the names of its fields.
  public void show(List<Doc> readers, Reading reading) {
    people = List.copyOf(readers);
    how = Optional.of(reading);
    at = Math.min(at, Math.max(0, people.size() - 1));
    render();
  }

  /// Shows another letter.
  public void show(LetterReader.Source written) {
    text = written;
    render();
  }

  public void next() {
    step(1);
  }

  public void previous() {
    step(-1);
  }

  private void step(int by) {
    if (!people.isEmpty()) {
      at = Math.floorMod(at + by, people.size());
      render();
    }
  }

  private void render() {
    Optional<Doc> person = people.isEmpty() ? Optional.empty() : Optional.of(people.get(at));
    many.set(people.size() > 1);
    place.set(people.size() > 1 ? text("preview.place", at + 1, people.size()) : "");
    reader.set(person.map(LetterPreview::name).orElseGet(() -> text("preview.nobody")));
    how.ifPresent(
        reading -> {
          LetterReader.Read made = reading.made(text, person);
          subject.set(made.subject().isBlank() ? text("preview.noSubject") : made.subject());
          body.set(made.body().isEmpty() ? TextCodec.read(text("preview.noContent")) : made.body());
          problems.set(String.join("\n", made.problems()));
        });
  }

  /// Who somebody is: name and company, or the address.
  public static String name(Doc person) {
    String name =
        (person.text("firstName").orElse("") + " " + person.text("lastName").orElse("")).strip();
    String shown = name.isEmpty() ? person.text("email").orElse("") : name;
    return person.text("company").map(company -> shown + " · " + company).orElse(shown);
  }

  private String text(String key, Object... values) {
    return values.length == 0
        ? texts.get(LetterPreview.class, key)
        : texts.get(LetterPreview.class, key, values);
  }
}
