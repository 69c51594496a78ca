package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.schedule.Policy;
import com.salescopilot.model.schedule.Rules;
import com.salescopilot.model.schedule.StoredState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// When a campaign sends. Each setting is kept by itself, and can be taken back by itself.
final class TimesViewModel {
  static final List<String> SETTINGS =
      List.of(
          TimesEdits.START,
          TimesEdits.END,
          TimesEdits.MAILBOX,
          "days",
          "from",
          "to",
          "zone",
          "dailyCap",
          "gapSeconds",
          "ramp",
          "holidays");

  private final TimesEdits edits;
  private final Async async;
  private final Toasts toasts;
  private final Texts texts;
  private final Map<String, ReadOnlyStringWrapper> values = new LinkedHashMap<>();
  private final Map<String, ReadOnlyStringWrapper> errors = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Map<UUID, String>> mailboxes =
      new ReadOnlyObjectWrapper<>(this, "mailboxes", Map.of());
  private final ReadOnlyObjectWrapper<Rules> rules =
      new ReadOnlyObjectWrapper<>(this, "rules", Rules.of(List.of(Policy.NONE)));
  private final ReadOnlyObjectWrapper<Load> load =
      new ReadOnlyObjectWrapper<>(this, "load", new Load.Reading());
  private Optional<UUID> id = Optional.empty();
  private Optional<Doc> campaign = Optional.empty();

  TimesViewModel(TimesEdits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.async = async;
    this.toasts = toasts;
    this.texts = texts;
    for (String name : SETTINGS) {
      values.put(name, new ReadOnlyStringWrapper(this, name, ""));
      errors.put(name, new ReadOnlyStringWrapper(this, name + "Error", ""));
    }
  }

  private record Found(Optional<Doc> campaign, Map<UUID, String> mailboxes) {}

  /// A setting as its control shows it; empty if the campaign says nothing of it.
  ReadOnlyStringProperty value(String name) {
    return of(values, name).getReadOnlyProperty();
  }

  /// Why what was written cannot be so; empty if it can.
  ReadOnlyStringProperty error(String name) {
    return of(errors, name).getReadOnlyProperty();
  }

  /// The addresses of the mailboxes that are known here.
  ReadOnlyObjectProperty<Map<UUID, String>> mailboxes() {
    return mailboxes.getReadOnlyProperty();
  }

  /// What holds as far as this machine knows: the campaign's level over what is usual.
  ReadOnlyObjectProperty<Rules> rules() {
    return rules.getReadOnlyProperty();
  }

  /// Empty says that the campaign is not here.
  ReadOnlyObjectProperty<Load> load() {
    return load.getReadOnlyProperty();
  }

  /// Shows a campaign until the subscription is closed.
  Subscription open(UUID shown) {
    if (!id.equals(Optional.of(shown))) {
      load.set(new Load.Reading());
      errors.values().forEach(error -> error.set(""));
    }
    id = Optional.of(shown);
    refresh();
    return edits.store().changes().on(Entity.CAMPAIGN, () -> async.onScreen(this::refresh));
  }

  void refresh() {
    id.ifPresent(
        wanted ->
            async.latest(
                this,
                () -> new Found(edits.find(wanted), edits.mailboxes()),
                this::show,
                e -> load.set(new Load.Failed(Refusal.words(texts, e)))));
  }

  private void show(Found found) {
    campaign = found.campaign();
    mailboxes.set(found.mailboxes());
    campaign.ifPresent(
        row -> {
          values.forEach((name, value) -> value.set(TimesEdits.text(row, name).orElse("")));
          rules.set(Rules.of(List.of(StoredState.policy(row.get("policy")))));
        });
    load.set(campaign.isPresent() ? new Load.Ready() : new Load.Empty(false));
  }

  /// Keeps a setting, unless it cannot be so. A blank one leaves it to the other levels.
  void keep(String name, String text) {
    ReadOnlyStringWrapper error = of(errors, name);
    if (campaign.isEmpty() || text.strip().equals(value(name).get())) {
      error.set("");
      return;
    }
    Doc row = campaign.get();
    if (TimesEdits.problem(row, name, text).isPresent()) {
      error.set(texts.get(getClass(), "times.bad." + name));
      return;
    }
    error.set("");
    async.run(() -> edits.write(row, name, text), done -> said(name, done), this::refused);
  }

  private void said(String name, Edits.Done done) {
    refresh();
    toasts.done(
        texts.get(getClass(), "times.kept", texts.get(getClass(), "times." + name)),
        new Toasts.Action(
            texts.get(getClass(), "common.undo"),
            () ->
                done.undo()
                    .ifPresent(
                        undo -> async.run(() -> edits.takeBack(undo), _ -> {}, this::refused))));
  }

  private void refused(RuntimeException e) {
    refresh();
    toasts.problem(Refusal.words(texts, e));
  }

  private static ReadOnlyStringWrapper of(Map<String, ReadOnlyStringWrapper> all, String name) {
    ReadOnlyStringWrapper found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no setting " + name);
    }
    return found;
  }
}
