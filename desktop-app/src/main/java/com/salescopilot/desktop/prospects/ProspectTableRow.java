package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.ui.Slot;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A row that says aloud who it is, and opens with a middle click.
final class ProspectTableRow extends TableRow<Slot<ProspectRow>> {
  ProspectTableRow(Consumer<ProspectRow> open) {
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.MIDDLE) {
            Optional.ofNullable(getItem()).flatMap(Slot::row).ifPresent(open);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Slot<ProspectRow> slot, boolean empty) {
    super.updateItem(slot, empty);
    setAccessibleText(
        slot == null
            ? ""
            : slot.row()
                .map(row -> row.name() + ", " + row.text("company") + ", " + row.text("email"))
                .orElse(""));
  }
}
