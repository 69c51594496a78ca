package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of what has happened: a sign, the words, the subject, and when.
final class HappeningCell extends ListCell<Happening> {
  private final Texts texts;
  private final DateTimeFormatter when;

  HappeningCell(Texts texts) {
    this.texts = texts;
    this.when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(ZoneId.systemDefault());
  }

  @Override
  protected void updateItem(@Nullable Happening happening, boolean empty) {
    super.updateItem(happening, empty);
    if (happening == null) {
      setText("");
      setGraphic(null);
      return;
    }
    setGraphic(new FontIcon(happening.kind().icon()));
    setText(
        texts.get(
            getClass(),
            happening.kind().key(),
            happening.mail().text("subject").orElse(""),
            when.format(happening.at())));
  }
}
