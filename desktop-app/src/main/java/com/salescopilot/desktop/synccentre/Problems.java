package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.synccentre.Card.Decision;
import com.salescopilot.desktop.synccentre.Card.Fact;
import com.salescopilot.desktop.synccentre.Card.Offer;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.CodecException;
import com.salescopilot.model.sync.Conflict;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What needs a decision: mails in doubt first, then conflicts, the newest first.
final class Problems {
  /// How long the receiver may still answer; only then is sending again offered.
  static final Duration LISTENING = Duration.ofMinutes(10);

  private final Desk desk;
  private final SqliteStore store;
  private final Texts texts;
  private final Moments moments;
  private final RowNames rows;
  private final ChangeWords changes;
  private final ValueWords values;

  Problems(Desk desk, Texts texts, Moments moments) {
    this.desk = desk;
    this.store = desk.store();
    this.texts = texts;
    this.moments = moments;
    this.rows = new RowNames(store, texts);
    this.changes = new ChangeWords(rows, texts);
    this.values = new ValueWords(texts);
  }

  /// Some of them, and how many there are.
  record Found(List<Card> cards, int all) {}

  Found first(int most) {
    List<Card> cards = new ArrayList<>();
    List<Doc> doubts = store.mailsInDoubt();
    doubts.stream().limit(most).map(this::doubt).forEach(cards::add);
    long[] keys = store.keys(Entity.CONFLICT, ListQuery.of("").newest());
    long[] shown = Arrays.copyOf(keys, Math.min(keys.length, most - cards.size()));
    Map<Long, Doc> found = store.rows(Entity.CONFLICT, shown);
    for (long key : shown) {
      Optional.ofNullable(found.get(key)).map(this::conflict).ifPresent(cards::add);
    }
    return new Found(cards, doubts.size() + keys.length);
  }

  private Card doubt(Doc mail) {
    Instant since = mail.instant("updatedAt").orElseGet(desk.clock()::instant);
    boolean listening = desk.clock().instant().isBefore(since.plus(LISTENING));
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("fact.to", mail.text("toEmail")));
    facts.add(fact("fact.left", Optional.of(moments.at(since))));
    facts.add(fact("fact.reply", mail.text("lastReply")));
    facts.add(fact("fact.messageId", mail.text("messageId")));
    facts.removeIf(fact -> fact.value().isEmpty());
    return new Card(
        mail,
        "fth-help-circle",
        text("doubt.title", mail.text("subject").orElseGet(() -> text("row.unnamed"))),
        text("doubt.sentence"),
        facts,
        List.of(
            Offer.of(Decision.ARRIVED),
            Offer.of(Decision.NOT_ARRIVED),
            new Offer(
                Decision.SEND_AGAIN,
                listening ? text("doubt.listening", moments.time(since.plus(LISTENING))) : "")),
        Places.of(mail.key(), store));
  }

  private Card conflict(Doc row) {
    return switch (Conflict.Kind.valueOf(row.text("kind").orElseThrow())) {
      case FIELD -> clash(row);
      case GONE -> gone(row);
      case REJECTED -> refused(row);
    };
  }

  private Card clash(Doc row) {
    Optional<RowKey> about = about(row);
    String field =
        about
            .map(key -> rows.field(key.entity(), row.text("field").orElse("")))
            .orElseGet(() -> row.text("field").orElse(""));
    return new Card(
        row,
        "fth-git-pull-request",
        text("clash.title", field, name(about)),
        text("clash.sentence", author(row), when(row)),
        List.of(
            fact("fact.mine", Optional.of(values.of(row.get("mine")))),
            fact("fact.theirs", Optional.of(values.of(row.get("theirs"))))),
        List.of(Offer.of(Decision.USE_MINE), Offer.of(Decision.KEEP_THEIRS)),
        place(about));
  }

  private Card gone(Doc row) {
    Optional<RowKey> about = about(row);
    String name =
        row.get("mine")
            .map(values::nameOf)
            .filter(found -> !found.isEmpty())
            .orElseGet(() -> name(about));
    return new Card(
        row,
        "fth-trash-2",
        text("gone.title", name),
        text("gone.sentence", author(row), when(row)),
        List.of(),
        List.of(Offer.of(Decision.DISMISS)),
        Optional.empty());
  }

  private Card refused(Doc row) {
    Optional<RowKey> about = about(row);
    List<Fact> facts = new ArrayList<>();
    change(row).ifPresent(words -> facts.add(fact("fact.wanted", Optional.of(words))));
    facts.add(fact("fact.reason", row.text("detail")));
    return new Card(
        row,
        "fth-slash",
        text("refused.title", name(about)),
        text("refused.sentence"),
        facts,
        List.of(Offer.of(Decision.DISMISS)),
        place(about));
  }

  private Optional<String> change(Doc row) {
    try {
      return row.get("mutation")
          .filter(Value.Fields.class::isInstance)
          .map(value -> changes.of(Codec.read((Value.Fields) value)));
    } catch (CodecException _) {
      return Optional.empty(); // of a version of the program that knows more
    }
  }

  private static Optional<RowKey> about(Doc row) {
    return row.text("entity")
        .flatMap(Entity::named)
        .flatMap(entity -> row.uuid("entityId").map(id -> new RowKey(entity, id)));
  }

  private String name(Optional<RowKey> about) {
    return about.map(rows::name).orElseGet(() -> text("row.gone"));
  }

  private Optional<Route> place(Optional<RowKey> about) {
    return about.filter(key -> store.row(key).isPresent()).flatMap(key -> Places.of(key, store));
  }

  private String author(Doc row) {
    boolean own = row.text("theirsBy").filter(desk.account().user().toString()::equals).isPresent();
    return text(own ? "author.own" : "author.other");
  }

  private String when(Doc row) {
    return row.instant("theirsAt").or(() -> row.instant("createdAt")).map(moments::at).orElse("");
  }

  private Fact fact(String key, Optional<String> value) {
    return new Fact(text(key), value.orElse(""));
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
