package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.model.entity.Entity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The campaign that a page is about.
final class HeadViewModel {
  private final CampaignEdits edits;
  private final Async async;
  private final ReadOnlyObjectWrapper<Optional<CampaignRow>> campaign =
      new ReadOnlyObjectWrapper<>(this, "campaign", Optional.empty());

  HeadViewModel(CampaignEdits edits, Async async) {
    this.edits = edits;
    this.async = async;
  }

  /// Empty as long as it is not known.
  ReadOnlyObjectProperty<Optional<CampaignRow>> campaign() {
    return campaign.getReadOnlyProperty();
  }

  /// Follows a campaign until the subscription is closed.
  Subscription open(UUID id) {
    if (!campaign.get().map(CampaignRow::id).equals(Optional.of(id))) {
      campaign.set(Optional.empty());
    }
    read(id);
    Subscriptions all = new Subscriptions();
    for (Entity kind : List.of(Entity.CAMPAIGN, Entity.CAMPAIGN_PROSPECT, Entity.EMAIL)) {
      all.add(edits.store().changes().on(kind, () -> async.onScreen(() -> read(id))));
    }
    return all;
  }

  private void read(UUID id) {
    async.latest(this, () -> edits.find(id), campaign::set, _ -> {});
  }
}
