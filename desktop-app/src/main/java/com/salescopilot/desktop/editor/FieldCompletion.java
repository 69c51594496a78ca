package com.salescopilot.desktop.editor;

import com.salescopilot.model.entity.SearchText;
import com.salescopilot.model.template.MergeField;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// Offers fields while `{{` and the beginning of a name stand before the caret. The keyboard stays
/// with the letter.
final class FieldCompletion {
  private static final Pattern BEGUN = Pattern.compile("(?<!\\\\)\\{\\{([^{}|\"']*)$");
  private static final int ROWS = 7;

  private final LetterArea area;
  private final ObservableValue<List<FieldChoice>> choices;
  private final Writing writing;
  private final ListView<FieldChoice> list = new ListView<>();
  private final Popup popup = new Popup();

  /// The place of braces for which the writer wants no list.
  private int dismissed = -1;

  FieldCompletion(
      LetterArea area,
      ObservableValue<List<FieldChoice>> choices,
      Writing writing,
      ResourceBundle texts) {
    this.area = area;
    this.choices = choices;
    this.writing = writing;
    list.getStyleClass().addAll("field-completion", "dense");
    list.getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("editor.css")).toExternalForm());
    list.setAccessibleText(texts.getString("editor.fields"));
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Row());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    // we must know of it, or the next letter would bring the list back
    popup.setHideOnEscape(false);
    area.caretPositionProperty().addListener(_ -> update());
    area.multiPlainChanges().subscribe(_ -> update());
    area.focusedProperty().addListener(_ -> update());
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  List<FieldChoice> offered() {
    return List.copyOf(list.getItems());
  }

  /// Whether a key was meant for the list.
  boolean take(KeyEvent event) {
    if (!popup.isShowing() || event.isShortcutDown() || event.isAltDown()) {
      return false;
    }
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ENTER, TAB -> accept();
      case ESCAPE -> dismiss();
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Types a brace; if it closes a field, that becomes one.
  void closeField() {
    writing.edit(
        () -> {
          area.replaceSelection("}");
          int start = area.lineStart();
          String line = area.getText(start, area.getCaretPosition());
          List<MergeField.Place> places = MergeField.in(line);
          if (!places.isEmpty()
              && places.getLast().end() == line.length()
              && line.indexOf(Tidy.FIELD, places.getLast().start()) < 0) {
            MergeField.Place place = places.getLast();
            writing.insert(place.field(), start + place.start(), start + place.end());
          }
        });
  }

  private void update() {
    if (area.getCaretPosition() > area.getLength()) {
      // told of the caret before the text it stands in
      return;
    }
    Optional<Matcher> begun = begun();
    if (begun.isEmpty()) {
      dismissed = -1;
    }
    List<FieldChoice> matching =
        begun
            .filter(match -> area.lineStart() + match.start() != dismissed)
            .map(match -> matching(match.group(1)))
            .orElse(List.of());
    if (matching.isEmpty() || !area.isEditable() || !area.isFocused()) {
      popup.hide();
      return;
    }
    if (!list.getItems().equals(matching)) {
      list.getItems().setAll(matching);
      list.getSelectionModel().selectFirst();
      list.scrollTo(0);
    }
    show();
  }

  private Optional<Matcher> begun() {
    int caret = area.getCaretPosition();
    if (area.getSelection().getLength() > 0) {
      return Optional.empty();
    }
    Matcher match = BEGUN.matcher(area.getText(Math.max(0, area.lineStart()), caret));
    return match.find() ? Optional.of(match) : Optional.empty();
  }

  private List<FieldChoice> matching(String typed) {
    String wanted = SearchText.fold(typed).strip();
    return choices.getValue().stream()
        .filter(
            choice ->
                SearchText.fold(choice.name()).contains(wanted)
                    || SearchText.fold(choice.title()).contains(wanted))
        .toList();
  }

  private void show() {
    list.setPrefHeight(Math.min(ROWS, list.getItems().size()) * list.getFixedCellSize() + 2);
    area.getCaretBounds()
        .ifPresent(bounds -> popup.show(area, bounds.getMinX(), bounds.getMaxY() + 4));
  }

  private void move(int rows) {
    int count = list.getItems().size();
    int row = Math.floorMod(list.getSelectionModel().getSelectedIndex() + rows, count);
    list.getSelectionModel().select(row);
    list.scrollTo(Math.max(0, row - ROWS / 2));
  }

  private void accept() {
    FieldChoice choice = list.getSelectionModel().getSelectedItem();
    begun()
        .ifPresent(
            match -> {
              int start = area.lineStart() + match.start();
              writing.insert(choice.field(), start, area.getCaretPosition());
            });
    popup.hide();
  }

  private void dismiss() {
    dismissed = begun().map(match -> area.lineStart() + match.start()).orElse(-1);
    popup.hide();
  }

  /// A field's title, and quietly the name that templates write.
  private final class Row extends ListCell<FieldChoice> {
    private final Label title = new Label();
    private final Label name = new Label();
    private final HBox row = new HBox(title, new Region(), name);

    Row() {
      row.getStyleClass().add("field-row");
      name.getStyleClass().add("field-name");
      HBox.setHgrow(row.getChildren().get(1), Priority.ALWAYS);
      setOnMousePressed(_ -> pick());
    }

    private void pick() {
      if (!isEmpty()) {
        getListView().getSelectionModel().select(getIndex());
        accept();
      }
    }

    @Override
    protected void updateItem(@Nullable FieldChoice choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(null);
      setGraphic(empty || choice == null ? null : row);
      if (choice != null) {
        title.setText(choice.title());
        name.setText(choice.name());
        setAccessibleText(choice.title());
      }
    }
  }
}
