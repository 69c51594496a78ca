package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.EnrolmentMove;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// Somebody's row, with what can be asked of their place in the campaign in its menu.
final class EnrolmentTableRow extends TableRow<EnrolmentRow> {
  private final EnrolmentAsks asks;

  EnrolmentTableRow(EnrolmentAsks asks) {
    this.asks = asks;
  }

  @Override
  protected void updateItem(@Nullable EnrolmentRow row, boolean empty) {
    super.updateItem(row, empty);
    setContextMenu(row == null || empty ? null : menu(row));
  }

  private ContextMenu menu(EnrolmentRow row) {
    ContextMenu menu = new ContextMenu();
    asks.offered(row.status()).forEach(move -> menu.getItems().add(item(row, move)));
    return menu;
  }

  private MenuItem item(EnrolmentRow row, EnrolmentMove move) {
    MenuItem item = new MenuItem(asks.name(move));
    item.setId("ask-" + move.name());
    item.setOnAction(_ -> asks.make(row, move));
    return item;
  }
}
