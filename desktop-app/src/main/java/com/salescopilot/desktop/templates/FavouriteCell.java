package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A star that is full on one's own favourites; the store says which those are, not the click.
final class FavouriteCell extends TableCell<TemplateRow, TemplateRow> {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final Texts texts;
  private final Button star = new Button();

  FavouriteCell(Texts texts, Consumer<TemplateRow> onFavourite) {
    this.texts = texts;
    Region shape = new Region();
    shape.getStyleClass().add("star-shape");
    star.setGraphic(shape);
    star.getStyleClass().addAll("flat", "button-icon", "star");
    star.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    star.setOnAction(_ -> onFavourite.accept(getItem()));
    setAlignment(Pos.CENTER);
  }

  @Override
  protected void updateItem(@Nullable TemplateRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (row == null || empty) {
      setGraphic(null);
      return;
    }
    star.pseudoClassStateChanged(MARKED, row.favourite());
    star.setAccessibleText(
        texts.get(
            getClass(), row.favourite() ? "templates.unmark" : "templates.mark", row.title()));
    setGraphic(star);
  }
}
