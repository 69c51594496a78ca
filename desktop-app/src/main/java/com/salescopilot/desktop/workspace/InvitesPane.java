package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.remote.Team.Invitation;
import com.salescopilot.desktop.ui.FetchedBox;
import com.salescopilot.desktop.ui.FormField;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.sync.Role;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Inviting others, and the invitations that nobody has used. Only administrators see it.
public final class InvitesPane extends VBox {
  private final FetchedBox box = new FetchedBox();
  private final TextField email = new TextField();
  private final Button invite = new Button();
  private final TextField code = new TextField();
  private final Button copy = new Button();
  private final VBox made = new VBox();

  public InvitesPane() {
    getStyleClass().addAll("card", "settings-card");
    managedProperty().bind(visibleProperty());
    box.setId("invites");
    email.setId("inviteEmail");
    invite.setId("invite");
    code.setId("inviteCode");
    code.setEditable(false);
    copy.setId("copyCode");
    made.setId("invited");
    made.getStyleClass().addAll("banner", "calm", "made-code");
    made.managedProperty().bind(made.visibleProperty());
  }

  void follow(InvitesViewModel model, Texts texts) {
    Label title = new Label(texts.get(getClass(), "invite.title"));
    title.getStyleClass().add("card-title");
    ChoiceBox<Role> role = RoleChoice.box(texts, Role.USER);
    role.setId("inviteRole");
    invite.setText(texts.get(getClass(), "invite.make"));
    invite.setOnAction(_ -> model.invite(role.getValue()));
    email.textProperty().bindBidirectional(model.email());
    email.setOnAction(_ -> model.invite(role.getValue()));
    FlowPane form =
        new FlowPane(
            field("invite.email", email, texts), field("invite.role", role, texts), invite);
    form.getStyleClass().addAll("offers", "invite-form");
    Label once = new Label(texts.get(getClass(), "invite.once"));
    once.setWrapText(true);
    code.setAccessibleText(texts.get(getClass(), "invite.code"));
    code.textProperty().bind(model.code());
    copy.setText(texts.get(getClass(), "invite.copy"));
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(
        _ ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.code().get())));
    HBox.setHgrow(code, Priority.ALWAYS);
    HBox line = new HBox(code, copy);
    line.getStyleClass().add("screen-bar");
    made.getChildren().setAll(once, line);
    made.visibleProperty().bind(model.code().isNotEmpty());
    getChildren().setAll(title, form, made, box);
    box.follow(model.invitations(), texts, all -> rows(all, model, texts));
  }

  private static FormField field(String key, Region control, Texts texts) {
    FormField field = new FormField();
    field.setName(texts.get(InvitesPane.class, key));
    field.setControl(control);
    return field;
  }

  private static List<Node> rows(List<Invitation> all, InvitesViewModel model, Texts texts) {
    if (all.isEmpty()) {
      Label none = new Label(texts.get(InvitesPane.class, "invite.none"));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      return List.of(none);
    }
    return all.stream().<Node>map(each -> row(each, model, texts)).toList();
  }

  private static HBox row(Invitation invitation, InvitesViewModel model, Texts texts) {
    String whom =
        invitation.email().isEmpty()
            ? texts.get(InvitesPane.class, "invite.anybody")
            : invitation.email();
    Label name = new Label(whom);
    name.setWrapText(true);
    Label until = new Label(model.words(invitation));
    until.getStyleClass().addAll("muted", "small");
    until.setWrapText(true);
    VBox words = new VBox(name, until);
    words.getStyleClass().add("waiting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    Button withdraw = new Button(texts.get(InvitesPane.class, "invite.withdraw"));
    withdraw.setId("withdraw");
    withdraw.getStyleClass().add("row-button");
    withdraw.setMinWidth(USE_PREF_SIZE);
    withdraw.setAccessibleText(withdraw.getText() + ": " + whom);
    withdraw.setOnAction(_ -> model.withdraw(invitation));
    HBox row = new HBox(words, withdraw);
    row.getStyleClass().add("waiting");
    return row;
  }
}
