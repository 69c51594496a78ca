package com.salescopilot.desktop.workspace;

import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.sync.Role;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/// The roles, to be chosen from.
final class RoleChoice extends StringConverter<Role> {
  private final Texts texts;

  private RoleChoice(Texts texts) {
    this.texts = texts;
  }

  static ChoiceBox<Role> box(Texts texts, Role chosen) {
    ChoiceBox<Role> box = new ChoiceBox<>();
    box.setConverter(new RoleChoice(texts));
    box.getItems().setAll(Role.USER, Role.ADMIN);
    box.setValue(chosen);
    box.getStyleClass().add("role");
    return box;
  }

  @Override
  public String toString(Role role) {
    return texts.get(getClass(), "role." + role.name());
  }

  @Override
  public Role fromString(String words) {
    throw new UnsupportedOperationException("nobody types it");
  }
}
