package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.CampaignMove;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;

/// A campaign's moves as a menu. What cannot be done stands there with the reason.
final class MoveItems {
  private MoveItems() {}

  static List<MenuItem> of(Moves moves, CampaignRow row, Runnable open) {
    List<MenuItem> items = new ArrayList<>();
    MenuItem first = new MenuItem(moves.openName());
    first.setOnAction(_ -> open.run());
    items.add(first);
    moves.offered(row.status()).forEach(move -> items.add(item(moves, row, move)));
    return items;
  }

  static MenuItem item(Moves moves, CampaignRow row, CampaignMove move) {
    String obstacle = moves.obstacle(row.status(), move);
    MenuItem item =
        new MenuItem(obstacle.isEmpty() ? moves.name(move) : moves.name(move) + " – " + obstacle);
    item.setId("move-" + move.name());
    item.setDisable(!obstacle.isEmpty());
    item.setOnAction(_ -> moves.make(row, move));
    return item;
  }
}
