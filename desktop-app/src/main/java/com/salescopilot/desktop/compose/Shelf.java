package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.editor.FieldChoice;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.FieldTitles;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.template.FieldCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What lies at hand while one writes: people, letters that were begun, templates, fields.
final class Shelf {
  private static final int OFFERED = 6;

  private final SqliteStore store;
  private final Letters letters;
  private final Async async;
  private final Texts texts;
  private final Consumer<RuntimeException> refused;
  private final Object offering = new Object();

  Shelf(
      SqliteStore store,
      Letters letters,
      Async async,
      Texts texts,
      Consumer<RuntimeException> refused) {
    this.store = store;
    this.letters = letters;
    this.async = async;
    this.texts = texts;
    this.refused = refused;
  }

  /// The prospects that what was typed may mean.
  void offer(String typed, Consumer<List<Recipient.Known>> onFound) {
    async.latest(
        offering,
        () -> typed.isBlank() ? List.<Recipient.Known>of() : found(typed),
        onFound,
        _ -> onFound.accept(List.of()));
  }

  private List<Recipient.Known> found(String typed) {
    long[] keys = store.keys(Entity.PROSPECT, ListQuery.of(typed));
    long[] first = Arrays.copyOf(keys, Math.min(OFFERED, keys.length));
    Map<Long, Doc> rows = store.rows(Entity.PROSPECT, first);
    return Arrays.stream(first)
        .mapToObj(rows::get)
        .flatMap(Stream::ofNullable)
        .filter(row -> row.text("email").isPresent())
        .map(Recipient.Known::new)
        .toList();
  }

  /// The letters that were begun, the last one first.
  void begun(Consumer<List<Doc>> onFound) {
    async.run(
        () ->
            all(Entity.EMAIL_DRAFT, ListQuery.of("").newest()).stream()
                .filter(letters::isBegun)
                .toList(),
        onFound,
        refused);
  }

  private List<Doc> all(Entity entity, ListQuery query) {
    long[] keys = store.keys(entity, query);
    Map<Long, Doc> rows = store.rows(entity, keys);
    return Arrays.stream(keys).mapToObj(rows::get).flatMap(Stream::ofNullable).toList();
  }

  /// The templates to begin with.
  void templates(Consumer<List<Doc>> onFound) {
    async.run(
        () -> all(Entity.TEMPLATE, ListQuery.of("").by("title", ListQuery.Sorting.UP)),
        onFound,
        refused);
  }

  /// The fields that a letter may name.
  void fields(Consumer<List<FieldChoice>> onFound) {
    async.run(
        () -> {
          FieldTitles titles = new FieldTitles(texts);
          return FieldTitles.offered(new FieldCatalogue(store.customKeys())).stream()
              .map(name -> new FieldChoice(name, titles.of(name), Optional.empty()))
              .toList();
        },
        onFound,
        refused);
  }
}
