package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The campaigns that a search finds.
final class CampaignsViewModel {
  private final CampaignEdits edits;
  private final Async async;
  private final Texts texts;
  private final ObservableList<CampaignRow> rows = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private final ReadOnlyStringWrapper begun = new ReadOnlyStringWrapper(this, "begun", "");

  CampaignsViewModel(CampaignEdits edits, Async async, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.texts = texts;
  }

  private record Found(List<CampaignRow> rows, Optional<BegunCampaign> begun) {}

  StringProperty query() {
    return query;
  }

  ObservableList<CampaignRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// What a campaign that was begun is called; empty if none was.
  ReadOnlyStringProperty begun() {
    return begun.getReadOnlyProperty();
  }

  /// Follows the search and the store.
  Subscription start() {
    refresh();
    Subscriptions all = Subscriptions.of(Subscriptions.onChange(query, this::refresh));
    for (Entity kind : List.of(Entity.CAMPAIGN, Entity.CAMPAIGN_PROSPECT, Entity.EMAIL)) {
      all.add(edits.store().changes().on(kind, () -> async.onScreen(this::refresh)));
    }
    return all;
  }

  void refresh() {
    String search = query.get();
    async.latest(
        this,
        () -> new Found(edits.list(search), BegunCampaign.find(edits.store())),
        found -> {
          if (!rows.equals(found.rows())) {
            rows.setAll(found.rows());
          }
          begun.set(found.begun().map(this::name).orElse(""));
          load.set(found.rows().isEmpty() ? new Load.Empty(!search.isBlank()) : new Load.Ready());
        },
        e -> load.set(new Load.Failed(Refusal.words(texts, e))));
  }

  private String name(BegunCampaign campaign) {
    String name = campaign.name().strip();
    return name.isEmpty() ? texts.get(CampaignsViewModel.class, "campaigns.untitled") : name;
  }
}
