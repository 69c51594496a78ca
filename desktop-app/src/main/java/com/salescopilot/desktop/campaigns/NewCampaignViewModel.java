package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.shell.Refusal;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.store.Subscription;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.desktop.ui.Turns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A campaign being put together: what it is called, and who is in it.
final class NewCampaignViewModel {
  private final CampaignEdits edits;
  private final Turns turns;
  private final Toasts toasts;
  private final Texts texts;
  private final AudienceViewModel audience;
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty description = new SimpleStringProperty(this, "description", "");
  private final StringProperty nameError = new SimpleStringProperty(this, "nameError", "");
  private Optional<UUID> id = Optional.empty();
  private boolean filling;
  private long written;

  NewCampaignViewModel(CampaignEdits edits, Async async, Toasts toasts, Texts texts) {
    this.edits = edits;
    this.turns = new Turns(async);
    this.toasts = toasts;
    this.texts = texts;
    this.audience = new AudienceViewModel(edits, async, texts, this::marksChanged, this::refused);
  }

  private record Begun(Optional<BegunCampaign> text, Set<UUID> audience) {}

  StringProperty name() {
    return name;
  }

  StringProperty description() {
    return description;
  }

  StringProperty nameError() {
    return nameError;
  }

  /// Who will be enrolled.
  AudienceViewModel audience() {
    return audience;
  }

  /// Goes on with what was begun, and follows the search.
  Subscription start() {
    read();
    return Subscriptions.of(
        Subscriptions.onChange(name, this::written),
        Subscriptions.onChange(description, this::written),
        audience.follow());
  }

  private void read() {
    long before = written;
    turns.then(
        () -> new Begun(BegunCampaign.find(edits.store()), BegunCampaign.audience(edits.store())),
        begun -> {
          if (written == before) {
            show(begun);
          } else {
            read(); // what was read is older than what stands in the form
          }
        },
        this::refused);
  }

  /// Makes the campaign and enrols its audience.
  ///
  /// @param onMade is told its id
  /// @param onWrong is called if the name cannot stay
  void create(Consumer<UUID> onMade, Runnable onWrong) {
    if (name.get().isBlank()) {
      nameError.set(text("new.noName"));
      onWrong.run();
      return;
    }
    UUID chosen = id();
    Map<String, String> fields = Map.of("name", name.get(), "description", description.get());
    List<UUID> chosenPeople = audience.marks();
    turns.then(
        () -> {
          int enrolled = edits.create(chosen, fields, chosenPeople);
          BegunCampaign.forget(edits.store());
          return enrolled;
        },
        enrolled -> {
          toasts.doneForGood(
              text("new.created", fields.getOrDefault("name", "").strip(), enrolled));
          show(new Begun(Optional.empty(), Set.of()));
          onMade.accept(chosen);
        },
        this::refused);
  }

  /// Forgets what was begun; it can be taken back.
  void discard(Runnable onDone) {
    BegunCampaign text = new BegunCampaign(id(), name.get(), description.get());
    Begun old = new Begun(Optional.of(text), Set.copyOf(audience.marks()));
    turns.then(
        () -> {
          BegunCampaign.forget(edits.store());
          return old;
        },
        kept -> {
          show(new Begun(Optional.empty(), Set.of()));
          toasts.done(
              text("new.discarded"),
              new Toasts.Action(text("common.undo"), () -> bringBack(text, kept)));
          onDone.run();
        },
        this::refused);
  }

  private void bringBack(BegunCampaign text, Begun kept) {
    turns.then(
        () -> {
          text.keep(edits.store());
          BegunCampaign.keepAudience(edits.store(), kept.audience());
          return kept;
        },
        this::show,
        this::refused);
  }

  private void show(Begun begun) {
    filling = true;
    id = begun.text().map(BegunCampaign::id);
    name.set(begun.text().map(BegunCampaign::name).orElse(""));
    description.set(begun.text().map(BegunCampaign::description).orElse(""));
    nameError.set("");
    filling = false;
    audience.show(begun.audience());
  }

  private void written() {
    if (!filling) {
      written++;
      nameError.set("");
      keepText();
    }
  }

  private void keepText() {
    BegunCampaign text = new BegunCampaign(id(), name.get(), description.get());
    turns.keep("text", () -> text.keep(edits.store()), this::refused);
  }

  private void marksChanged() {
    written++;
    List<UUID> now = audience.marks();
    keepText();
    turns.keep("audience", () -> BegunCampaign.keepAudience(edits.store(), now), this::refused);
  }

  private UUID id() {
    UUID chosen = id.orElseGet(edits::newId);
    id = Optional.of(chosen);
    return chosen;
  }

  private void refused(RuntimeException e) {
    toasts.problem(Refusal.words(texts, e));
  }

  private String text(String key, Object... values) {
    return texts.get(NewCampaignViewModel.class, key, values);
  }
}
