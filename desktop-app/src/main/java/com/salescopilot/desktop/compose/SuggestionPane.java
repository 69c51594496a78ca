package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.ai.BuiltIn;
import com.salescopilot.model.ai.Flag;
import com.salescopilot.model.ai.Goal;
import com.salescopilot.model.ai.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/// Changes that are offered for a letter, each to be taken or turned down.
final class SuggestionPane extends VBox {
  private static final double MOST_HEIGHT = 230;

  private final SuggestionViewModel model;
  private final Texts texts;
  private final VBox list = new VBox();
  private final Button all = new Button();
  private final Label engine = new Label();

  SuggestionPane(SuggestionViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("suggestions");
    getStyleClass().addAll("card", "suggestions");
    Label title = new Label(text("ai.title"));
    title.getStyleClass().add("card-title");
    engine.getStyleClass().add("badge");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    all.setText(text("ai.acceptAll"));
    all.setId("acceptAll");
    all.setOnAction(_ -> model.acceptAll());
    Button close = new Button(text("ai.close"));
    close.setId("closeSuggestions");
    close.getStyleClass().add("flat");
    close.setOnAction(_ -> model.close());
    HBox head =
        new HBox(
            title,
            engine,
            space,
            verdict("up", Feedback.Verdict.UP),
            verdict("down", Feedback.Verdict.DOWN),
            all,
            close);
    head.getStyleClass().add("card-bar");
    list.getStyleClass().add("suggestion-list");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.getStyleClass().add("edge-to-edge");
    getChildren().addAll(head, scroll);
    visibleProperty().bind(model.shown());
    managedProperty().bind(model.shown());
    model.suggested().addListener((_, _, now) -> show(now));
  }

  /// Fills the menu from which one asks.
  void fill(MenuButton menu, ObservableValue<Boolean> nothingWritten) {
    MenuItem personalize = new MenuItem(text("ai.personalize"));
    personalize.setId("personalize");
    personalize.setOnAction(_ -> model.personalize());
    menu.getItems().setAll(personalize, new SeparatorMenuItem());
    for (Goal goal : Goal.values()) {
      MenuItem item = new MenuItem(text("ai.goal." + goal.name()));
      item.setId("goal" + goal.name());
      item.setOnAction(_ -> model.rewrite(goal));
      menu.getItems().add(item);
    }
    menu.disableProperty().bind(nothingWritten);
  }

  private Button verdict(String name, Feedback.Verdict verdict) {
    Button button = new Button("", new FontIcon("fth-thumbs-" + name));
    button.setId("thumb-" + name);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(text("ai." + name));
    button.setTooltip(new Tooltip(text("ai." + name)));
    button.setOnAction(
        _ -> {
          model.judge(verdict);
          engine.setText(text("ai.thanks"));
        });
    return button;
  }

  private String maker(Suggested.Maker maker) {
    if (maker.isHere()) {
      return text("ai.builtin");
    }
    return maker.engine().equals(BuiltIn.NAME)
        ? text("ai.builtinServer")
        : texts.get(getClass(), "ai.other", maker.engine());
  }

  private void show(Suggested now) {
    engine.setText(maker(now.maker()));
    List<Node> rows = new ArrayList<>();
    if (!now.degraded().isEmpty()) {
      rows.add(words(text("ai.degraded." + now.degraded()), "warn-text"));
    }
    if (now.hunks().isEmpty()) {
      rows.add(words(text("ai.nothing"), "muted"));
    }
    now.hunks().forEach(hunk -> rows.add(row(now, hunk)));
    now.flags().forEach(flag -> rows.add(flag(flag)));
    if (!now.missing().isEmpty()) {
      String fields =
          now.missing().stream()
              .map(field -> text("ai.field." + field))
              .collect(Collectors.joining(", "));
      rows.add(words(texts.get(getClass(), "ai.missing", fields), "muted"));
    }
    all.setVisible(now.hunks().size() > 1);
    list.getChildren().setAll(rows);
  }

  private Node row(Suggested now, Hunk hunk) {
    String before = now.before(hunk).strip();
    String after = hunk.text().strip();
    Text old = new Text(before);
    old.getStyleClass().add("diff-theirs");
    Text fresh = new Text((before.isEmpty() ? "" : " ") + after);
    fresh.getStyleClass().add("diff-mine");
    TextFlow change = new TextFlow(old, fresh);
    change.setAccessibleText(
        texts.get(getClass(), "ai.change", before, after, text("ai.reason." + hunk.reason())));
    Label reason = new Label(text("ai.reason." + hunk.reason()));
    reason.getStyleClass().addAll("small", "muted");
    VBox said = new VBox(change, reason);
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    Button accept = new Button(text("ai.accept"));
    accept.getStyleClass().addAll("accept", "small");
    accept.setAccessibleText(texts.get(getClass(), "ai.acceptOne", after));
    accept.setMinWidth(Region.USE_PREF_SIZE);
    accept.setOnAction(_ -> model.accept(hunk));
    Button reject = new Button(text("ai.reject"));
    reject.getStyleClass().addAll("reject", "small", "flat");
    reject.setAccessibleText(texts.get(getClass(), "ai.rejectOne", after));
    reject.setMinWidth(Region.USE_PREF_SIZE);
    reject.setOnAction(_ -> model.reject(hunk));
    HBox row = new HBox(said, accept, reject);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("card-bar", "suggestion");
    return row;
  }

  private Node flag(Flag flag) {
    return words(texts.get(getClass(), "ai.flag", flag.text(), flag.why()), "field-error");
  }

  private static Label words(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private String text(String key) {
    return texts.get(getClass(), key);
  }
}
