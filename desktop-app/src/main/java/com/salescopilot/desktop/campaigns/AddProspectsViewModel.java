package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Texts;
import java.util.List;
import java.util.UUID;

/// Takes more prospects into a campaign that is there already, also while it runs.
final class AddProspectsViewModel {
  private final CampaignEdits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final AudienceViewModel audience;

  AddProspectsViewModel(CampaignEdits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
    this.audience = new AudienceViewModel(edits, async, texts, () -> {}, this::refused);
  }

  AudienceViewModel audience() {
    return audience;
  }

  /// Why nobody can be taken in; empty if somebody can.
  String obstacle(CampaignRow row) {
    return switch (row.status()) {
      case DRAFT, ACTIVE, PAUSED -> "";
      case COMPLETED, ARCHIVED ->
          texts.get(
              getClass(), "audience.over", texts.get(getClass(), "is." + row.status().name()));
    };
  }

  /// Takes in who is marked. Who is in already stays as they are.
  ///
  /// @param onDone is told when it is done
  void add(CampaignRow row, Runnable onDone) {
    List<UUID> chosen = audience.marks();
    async.run(
        () -> {
          long before = edits.store().enrolled(row.id());
          int _ = edits.enrol(row.id(), chosen);
          return edits.store().enrolled(row.id()) - before;
        },
        added -> {
          audience.show(List.of());
          toasts.doneForGood(texts.get(getClass(), "audience.added", added, row.name()));
          onDone.run();
        },
        this::refused);
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }
}
