package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.command.Command;
import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.command.Fuzzy;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Subscriptions;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the palette finds: commands by a few of their letters, rows by the beginnings of their
/// words. `>` finds commands alone, `@` people, `#` campaigns, templates and drafts.
final class PaletteViewModel {
  private static final int OF_EACH = 5;
  private static final int REMEMBERED = 10;
  private static final int RECENT = 3;

  private final Commands commands;
  private final Desk desk;
  private final Async async;
  private final Texts texts;
  private final Consumer<Route> go;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final List<String> recent = new ArrayList<>();

  PaletteViewModel(Commands commands, Desk desk, Async async, Texts texts, Consumer<Route> go) {
    this.commands = commands;
    this.desk = desk;
    this.async = async;
    this.texts = texts;
    this.go = go;
    Subscriptions.onChange(query, this::search);
  }

  /// Something that can be chosen.
  ///
  /// @param detail which kind of thing it is, or what else is known of it
  /// @param keys as people read them; empty if it has none
  /// @param obstacle why it cannot be chosen now; empty if it can
  record Entry(
      String id,
      String icon,
      String title,
      String detail,
      String keys,
      String obstacle,
      Runnable action) {}

  StringProperty query() {
    return query;
  }

  ObservableList<Entry> entries() {
    return entries;
  }

  /// Begins anew.
  void open() {
    query.set("");
    search();
  }

  /// Does it, unless it cannot be done now.
  ///
  /// @return whether it was
  boolean choose(Entry entry) {
    if (!entry.obstacle().isEmpty()) {
      return false;
    }
    recent.remove(entry.id());
    recent.addFirst(entry.id());
    if (recent.size() > REMEMBERED) {
      recent.removeLast();
    }
    entry.action().run();
    return true;
  }

  private void search() {
    Typed typed = Typed.of(query.get());
    entries.setAll(typed.commands() ? commands(typed.words()) : List.of());
    boolean rows = !typed.words().isEmpty() && desk.lastAccount().isPresent();
    async.latest(
        this, () -> rows ? rows(typed, desk.store()) : List.<Entry>of(), entries::addAll, _ -> {});
  }

  private List<Entry> commands(String words) {
    record Hit(Command command, int score) {}
    Stream<Hit> hits =
        commands.all().stream()
            .flatMap(
                command -> {
                  OptionalInt score = Fuzzy.score(words, command.title());
                  return score.isPresent()
                      ? Stream.of(new Hit(command, score.getAsInt() + bonus(command)))
                      : Stream.empty();
                })
            .sorted(Comparator.comparingInt(Hit::score).reversed());
    return (words.isEmpty() ? hits : hits.limit(OF_EACH)).map(hit -> entry(hit.command())).toList();
  }

  private int bonus(Command command) {
    int place = recent.indexOf(command.id());
    return place < 0 ? 0 : Math.max(1, RECENT - place);
  }

  private Entry entry(Command command) {
    return new Entry(
        command.id(),
        command.icon(),
        command.title(),
        command.group(),
        commands.shownKeys(command),
        command.obstacle().getValue(),
        command.action());
  }

  private List<Entry> rows(Typed typed, SqliteStore store) {
    List<Entry> found = new ArrayList<>();
    if (typed.people()) {
      first(store, Entity.PROSPECT, typed.words()).forEach(row -> found.add(person(row)));
    }
    if (typed.work()) {
      first(store, Entity.CAMPAIGN, typed.words())
          .forEach(
              row ->
                  found.add(
                      place(
                          row,
                          "fth-send",
                          row.text("name").orElse(""),
                          texts.get(getClass(), "palette.campaign"),
                          new Route.CampaignDetail(row.id()))));
      first(store, Entity.TEMPLATE, typed.words())
          .forEach(
              row ->
                  found.add(
                      place(
                          row,
                          "fth-file-text",
                          row.text("title").orElse(""),
                          texts.get(getClass(), "palette.template"),
                          new Route.EditTemplate(row.id()))));
      first(store, Entity.EMAIL_DRAFT, typed.words())
          .forEach(
              row ->
                  found.add(
                      place(
                          row,
                          "fth-edit-3",
                          row.text("subject")
                              .filter(subject -> !subject.isBlank())
                              .orElseGet(() -> texts.get(getClass(), "palette.noSubject")),
                          texts.get(getClass(), "palette.draft"),
                          Route.Compose.on(row.id()))));
    }
    return found;
  }

  private static List<Doc> first(SqliteStore store, Entity entity, String words) {
    long[] keys = store.keys(entity, ListQuery.of(words));
    long[] shown = Arrays.copyOf(keys, Math.min(keys.length, OF_EACH));
    Map<Long, Doc> rows = store.rows(entity, shown);
    return Arrays.stream(shown)
        .mapToObj(key -> Optional.ofNullable(rows.get(key)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Entry person(Doc row) {
    String email = row.text("email").orElse("");
    String name =
        (row.text("firstName").orElse("") + " " + row.text("lastName").orElse("")).strip();
    return place(
        row,
        "fth-user",
        name.isEmpty() ? email : name,
        row.text("company").orElse(email),
        new Route.ProspectDetail(row.id()));
  }

  private Entry place(Doc row, String icon, String title, String detail, Route to) {
    return new Entry(row.id().toString(), icon, title, detail, "", "", () -> go.accept(to));
  }

  /// What was typed, without the sign that says what is looked for.
  private record Typed(String words, boolean commands, boolean people, boolean work) {
    static Typed of(String query) {
      String words = query.strip();
      if (words.startsWith(">")) {
        return new Typed(words.substring(1).strip(), true, false, false);
      }
      if (words.startsWith("@")) {
        return new Typed(words.substring(1).strip(), false, true, false);
      }
      if (words.startsWith("#")) {
        return new Typed(words.substring(1).strip(), false, false, true);
      }
      return new Typed(words, true, true, true);
    }
  }
}
