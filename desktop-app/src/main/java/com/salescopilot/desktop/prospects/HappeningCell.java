package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.ui.SignLine;
import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A line of what has happened: a sign, the words, the subject, and when.
final class HappeningCell extends ListCell<Happening> {
  private final Texts texts;
  private final DateTimeFormatter when;
  private final SignLine line = new SignLine();

  HappeningCell(Texts texts) {
    this.texts = texts;
    this.when =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .withZone(ZoneId.systemDefault());
    setPrefWidth(0); // as wide as the list, so that long subjects are cut and nothing scrolls
  }

  @Override
  protected void updateItem(@Nullable Happening happening, boolean empty) {
    super.updateItem(happening, empty);
    if (happening == null) {
      setAccessibleText("");
      setGraphic(null);
      return;
    }
    Happening.Kind kind = happening.kind();
    line.sign(kind.icon(), kind.colour());
    line.say(
        texts.get(getClass(), kind.key()),
        happening.mail().text("subject").orElse(""),
        when.format(happening.at()));
    line.mark(happening.untold() ? texts.get(getClass(), "common.notSynced") : "");
    setAccessibleText(line.spoken());
    setGraphic(line);
  }
}
