package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Letters to begin with, for those who have no template yet.
final class Starters {
  private static final int COUNT = 3;

  private Starters() {}

  static List<TemplateText> texts(Texts texts) {
    return IntStream.rangeClosed(1, COUNT).mapToObj(number -> text(texts, number)).toList();
  }

  /// A card for each.
  static List<Node> cards(Texts texts, Consumer<TemplateText> begin) {
    return texts(texts).stream().map(starter -> card(texts, starter, begin)).toList();
  }

  private static Node card(Texts texts, TemplateText starter, Consumer<TemplateText> begin) {
    Label title = new Label(starter.get("title"));
    title.getStyleClass().add("card-title");
    Label description = new Label(starter.get("description"));
    description.getStyleClass().add("muted");
    description.setWrapText(true);
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    Button use = new Button(texts.get(Starters.class, "templates.start"));
    use.setAccessibleText(use.getText() + ": " + starter.get("title"));
    use.getStyleClass().add("start");
    use.setOnAction(_ -> begin.accept(starter));
    VBox card = new VBox(title, description, space, use);
    card.getStyleClass().addAll("card", "starter");
    return card;
  }

  private static TemplateText text(Texts texts, int number) {
    Map<String, String> values = new HashMap<>();
    for (String field : TemplateText.FIELDS) {
      values.put(field, texts.get(Starters.class, "starter." + number + "." + field));
    }
    return new TemplateText(values);
  }
}
