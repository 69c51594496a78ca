package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.remote.Team.Colleague;
import com.salescopilot.desktop.remote.Team.Described;
import com.salescopilot.desktop.ui.FetchedBox;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.WrapBar;
import com.salescopilot.model.sync.Role;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The name of the workspace and the list of who is in it.
public final class TeamPane extends VBox {
  private final FetchedBox box = new FetchedBox();

  public TeamPane() {
    getStyleClass().addAll("card", "settings-card");
    box.setId("team");
  }

  void follow(TeamViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "team.title"));
    title.getStyleClass().add("card-title");
    getChildren().setAll(title, box);
    box.follow(model.workspace(), texts, all -> rows(all, model, texts));
  }

  private static List<Node> rows(Described all, TeamViewModel model, Texts texts) {
    List<Node> rows = new ArrayList<>();
    rows.add(model.isAdmin() ? name(all, model, texts) : told(all, texts));
    all.members().forEach(each -> rows.add(row(each, model, texts)));
    return rows;
  }

  private static Node name(Described all, TeamViewModel model, Texts texts) {
    TextField field = new TextField(all.name());
    field.setId("workspaceName");
    FormField name = new FormField();
    name.setName(texts.get(TeamPane.class, "team.name"));
    name.setControl(field);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button save = new Button(texts.get(TeamPane.class, "common.save"));
    save.setId("rename");
    save.setMinWidth(USE_PREF_SIZE);
    save.setOnAction(_ -> model.rename(field.getText()));
    field.setOnAction(_ -> model.rename(field.getText()));
    HBox row = new HBox(name, save);
    row.getStyleClass().add("field-and-button");
    return row;
  }

  private static Node told(Described all, Texts texts) {
    Label name = new Label(all.name());
    name.setId("workspaceName");
    name.setWrapText(true);
    Label why = new Label(texts.get(TeamPane.class, "team.notAdmin"));
    why.getStyleClass().addAll("muted", "small");
    why.setWrapText(true);
    VBox box = new VBox(name, why);
    box.getStyleClass().add("form-field");
    return box;
  }

  private static Node row(Colleague colleague, TeamViewModel model, Texts texts) {
    Label name = new Label(TeamViewModel.name(colleague));
    name.setWrapText(true);
    Label email =
        new Label(
            model.isMe(colleague)
                ? texts.get(TeamPane.class, "team.me", colleague.email())
                : colleague.email());
    email.getStyleClass().addAll("muted", "small");
    email.setWrapText(true);
    VBox words = new VBox(name, email);
    words.getStyleClass().add("waiting-words");
    HBox does =
        new HBox(model.isAdmin() ? choice(colleague, model, texts) : badge(colleague, texts));
    does.getStyleClass().add("screen-bar");
    if (model.isAdmin() || model.isMe(colleague)) {
      does.getChildren().add(remove(colleague, model, texts));
    }
    WrapBar row = new WrapBar();
    row.getChildren().addAll(words, does);
    row.getStyleClass().addAll("waiting", "member");
    row.setId("member");
    return row;
  }

  private static Node choice(Colleague colleague, TeamViewModel model, Texts texts) {
    ChoiceBox<Role> role = RoleChoice.box(texts, colleague.role());
    role.setId("role");
    role.setAccessibleText(texts.get(TeamPane.class, "team.role", TeamViewModel.name(colleague)));
    role.valueProperty().addListener((_, _, now) -> model.change(colleague, now));
    return role;
  }

  private static Node badge(Colleague colleague, Texts texts) {
    Label badge = new Label(texts.get(TeamPane.class, "role." + colleague.role().name()));
    badge.getStyleClass().add("badge");
    badge.setMinWidth(USE_PREF_SIZE);
    return badge;
  }

  private static Button remove(Colleague colleague, TeamViewModel model, Texts texts) {
    boolean me = model.isMe(colleague);
    Button remove = new Button(texts.get(TeamPane.class, me ? "team.leave" : "team.remove"));
    remove.setId(me ? "leave" : "removeMember");
    remove.getStyleClass().add("row-button");
    remove.setMinWidth(USE_PREF_SIZE);
    remove.setAccessibleText(remove.getText() + ": " + TeamViewModel.name(colleague));
    remove.setOnAction(_ -> model.remove(colleague));
    return remove;
  }
}
