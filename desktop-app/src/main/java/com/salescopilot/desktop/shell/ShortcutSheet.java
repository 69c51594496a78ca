package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.ui.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All commands that have keys, by the part of the program they belong to. Made anew whenever it is
/// opened, from the commands themselves.
final class ShortcutSheet {
  private static final double WIDTH = 800;

  private final Commands commands;
  private final Texts texts;
  private final Overlay overlay;
  private final VBox sheet = new VBox();

  ShortcutSheet(Commands commands, Texts texts, Overlay overlay) {
    this.commands = commands;
    this.texts = texts;
    this.overlay = overlay;
    sheet.setId("shortcuts");
    sheet.getStyleClass().addAll("sheet", "shortcuts");
  }

  void toggle() {
    if (overlay.shows(sheet)) {
      overlay.hide();
      return;
    }
    Label title = new Label(texts.get(getClass(), "app.shortcuts"));
    title.getStyleClass().add("screen-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button close = new Button(texts.get(getClass(), "shortcuts.close"));
    close.setId("shortcuts-close");
    close.setOnAction(_ -> overlay.hide());
    HBox bar = new HBox(title, space, close);
    bar.getStyleClass().add("screen-bar");
    FlowPane groups = new FlowPane();
    groups.getStyleClass().add("groups");
    groups.setPrefWrapLength(WIDTH);
    byGroup().forEach((group, members) -> groups.getChildren().add(group(group, members)));
    ScrollPane scroll = new ScrollPane(groups);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(texts.get(getClass(), "app.shortcuts"));
    scroll.getStyleClass().add("edge-to-edge");
    sheet.getChildren().setAll(bar, scroll);
    overlay.show(sheet, scroll);
  }

  private Map<String, List<Command>> byGroup() {
    return commands.all().stream()
        .filter(command -> !commands.shownKeys(command).isEmpty())
        .collect(Collectors.groupingBy(Command::group, LinkedHashMap::new, Collectors.toList()));
  }

  private VBox group(String name, List<Command> members) {
    Label title = new Label(name);
    title.getStyleClass().add("section-title");
    VBox group = new VBox(title);
    group.getStyleClass().add("group");
    for (Command command : members) {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label keys = new Label(commands.shownKeys(command));
      keys.getStyleClass().add("keys");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      group.getChildren().add(new HBox(new Label(command.title()), space, keys));
    }
    return group;
  }
}
