package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.synccentre.Card.Decision;
import com.salescopilot.desktop.synccentre.Card.Fact;
import com.salescopilot.desktop.synccentre.Card.Offer;
import com.salescopilot.desktop.synccentre.Review.Side;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.RejectCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What others did to the same rows, the newest first.
final class Conflicts {
  private final Desk desk;
  private final SqliteStore store;
  private final Texts texts;
  private final Moments moments;
  private final RowNames rows;
  private final ChangeWords changes;
  private final ValueWords values;
  private final People people;

  Conflicts(Desk desk, Texts texts, Moments moments, People people) {
    this.desk = desk;
    this.store = desk.store();
    this.texts = texts;
    this.moments = moments;
    this.people = people;
    this.rows = new RowNames(store, texts);
    this.changes = new ChangeWords(rows, texts);
    this.values = new ValueWords(texts);
  }

  /// Some of them, and how many there are.
  record Found(List<Review> reviews, int all) {}

  Found first(int most) {
    long[] keys = store.keys(Entity.CONFLICT, ListQuery.of("").newest());
    long[] shown = Arrays.copyOf(keys, Math.min(keys.length, most));
    Map<Long, Doc> found = store.rows(Entity.CONFLICT, shown);
    List<Review> reviews = new ArrayList<>();
    for (long key : shown) {
      Optional.ofNullable(found.get(key)).flatMap(this::review).ifPresent(reviews::add);
    }
    return new Found(reviews, keys.length);
  }

  private Optional<Review> review(Doc row) {
    return About.kind(row)
        .map(
            kind ->
                switch (kind) {
                  case FIELD -> clash(row);
                  case GONE -> gone(row);
                  case REJECTED -> refused(row);
                  case COPY -> copy(row);
                });
  }

  private Review clash(Doc row) {
    Optional<RowKey> about = About.row(row);
    String name = row.text("field").orElse("");
    String field = about.map(key -> rows.field(key.entity(), name)).orElse(name);
    boolean typed =
        about
            .flatMap(key -> EntitySpec.of(key.entity()).field(name))
            .map(
                spec -> spec.kind() == FieldSpec.Kind.TEXT || spec.kind() == FieldSpec.Kind.ADDRESS)
            .orElse(name.indexOf('.') > 0);
    Optional<String> editable =
        typed && !isLetter(row) ? Optional.of(values.plain(row.get("mine"))) : Optional.empty();
    List<Offer> offers = new ArrayList<>();
    offers.add(Offer.of(Decision.USE_MINE));
    offers.add(Offer.of(Decision.KEEP_THEIRS));
    if (editable.isPresent() || isLetter(row)) {
      offers.add(Offer.of(Decision.EDIT));
    }
    return new Review(
        card(
            row,
            "fth-git-pull-request",
            text("clash.title", field, name(about)),
            text("clash.sentence", author(row), when(row)),
            List.of(),
            offers,
            place(about)),
        ago(row),
        row.get("was").map(was -> side("side.was", values.of(Optional.of(was)))),
        Optional.of(side("side.mine", values.of(row.get("mine")))),
        Optional.of(new Side(theirs(row), values.of(row.get("theirs")))),
        editable);
  }

  /// A letter is edited where letters are.
  private static boolean isLetter(Doc row) {
    return row.text("field")
        .filter(name -> name.equals("content") || name.equals("body"))
        .isPresent();
  }

  private Review gone(Doc row) {
    Optional<RowKey> about = About.row(row);
    String name =
        row.get("mine")
            .map(values::nameOf)
            .filter(found -> !found.isEmpty())
            .orElseGet(() -> name(about));
    return plain(
        row,
        "fth-trash-2",
        text("gone.title", name),
        text("gone.sentence", author(row), when(row)),
        List.of(),
        restorable(row));
  }

  private List<Offer> restorable(Doc row) {
    return About.buried(row).isPresent()
        ? List.of(Offer.of(Decision.RESTORE), Offer.of(Decision.DISMISS))
        : List.of(Offer.of(Decision.DISMISS));
  }

  private Review refused(Doc row) {
    Optional<RowKey> about = About.row(row);
    Optional<RejectCode> code = About.code(row);
    List<Fact> facts = new ArrayList<>();
    Optional<Change> change = About.change(row);
    change.ifPresent(
        wanted -> {
          facts.add(new Fact(text("fact.wanted"), changes.of(wanted)));
          changes
              .lines(wanted)
              .forEach(
                  line ->
                      facts.add(
                          new Fact(
                              line.field(),
                              line.was().isEmpty()
                                  ? line.now()
                                  : text("line", line.was(), line.now()))));
        });
    // what stands in the sentence need not be said twice
    row.text("detail")
        .filter(_ -> code.filter(why -> why != RejectCode.INVALID).isEmpty())
        .ifPresent(detail -> facts.add(new Fact(text("fact.reason"), detail)));
    if (code.equals(Optional.of(RejectCode.GONE)) && About.buried(row).isPresent()) {
      String name = values.nameOf(row.get("was").orElseThrow());
      return plain(
          row,
          "fth-trash-2",
          text("gone.title", name.isEmpty() ? name(about) : name),
          text("gone.sentence", author(row), when(row)),
          facts,
          restorable(row));
    }
    Optional<Doc> twin =
        code.equals(Optional.of(RejectCode.DUPLICATE)) ? twin(row) : Optional.empty();
    twin.ifPresent(other -> facts.add(new Fact(text("fact.twin"), rows.name(other))));
    List<Offer> offers = new ArrayList<>();
    if (twin.isPresent()) {
      offers.add(Offer.of(Decision.MERGE));
    }
    if (change.isPresent() && code.filter(Conflicts::mayGoNow).isPresent()) {
      offers.add(Offer.of(Decision.AGAIN));
    }
    offers.add(Offer.of(Decision.DISMISS));
    return plain(
        row,
        "fth-slash",
        text("refused.title", name(about)),
        code.map(why -> text("refused." + why.name())).orElseGet(() -> text("refused.other")),
        facts,
        offers);
  }

  /// Whether what was refused may be taken later.
  private static boolean mayGoNow(RejectCode code) {
    return switch (code) {
      case STALE, STATE, PREFLIGHT, QUARANTINED -> true;
      case INVALID, FORBIDDEN, GONE, TOO_LATE, DUPLICATE, ALREADY_SENT -> false;
    };
  }

  /// Who has the address that somebody was to get.
  private Optional<Doc> twin(Doc row) {
    return Decisions.wantedAddress(row).map(store::prospectsWithEmail).stream()
        .flatMap(List::stream)
        .filter(other -> !row.uuid("entityId").equals(Optional.of(other.id())))
        .filter(_ -> About.row(row).flatMap(store::row).isPresent())
        .findFirst();
  }

  private Review copy(Doc row) {
    Optional<RowKey> about = About.row(row);
    Optional<Doc> copy =
        About.mutation(row)
            .map(DerivedId::conflictedCopy)
            .flatMap(id -> store.row(new RowKey(Entity.EMAIL_DRAFT, id)));
    Optional<Doc> original = about.flatMap(store::row);
    boolean both = copy.isPresent() && original.isPresent();
    return new Review(
        card(
            row,
            "fth-copy",
            text("copy.title", name(about)),
            text("copy.sentence", when(row)),
            List.of(),
            both
                ? List.of(
                    Offer.of(Decision.KEEP_ORIGINAL),
                    Offer.of(Decision.USE_COPY),
                    Offer.of(Decision.DISMISS))
                : List.of(Offer.of(Decision.DISMISS)),
            place(about)),
        ago(row),
        Optional.empty(),
        copy.map(doc -> side("side.copy", values.of(doc.get("body")))),
        original.map(doc -> side("side.original", values.of(doc.get("body")))),
        Optional.empty());
  }

  private Review plain(
      Doc row, String icon, String title, String sentence, List<Fact> facts, List<Offer> offers) {
    return new Review(
        card(row, icon, title, sentence, facts, offers, place(About.row(row))),
        ago(row),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Card card(
      Doc row,
      String icon,
      String title,
      String sentence,
      List<Fact> facts,
      List<Offer> offers,
      Optional<Route> place) {
    return new Card(row, icon, title, sentence, facts, offers, place);
  }

  private String name(Optional<RowKey> about) {
    return about.map(rows::name).orElseGet(() -> text("row.gone"));
  }

  private Optional<Route> place(Optional<RowKey> about) {
    return about.filter(key -> store.row(key).isPresent()).flatMap(key -> Places.of(key, store));
  }

  private boolean isOwn(Doc row) {
    return row.text("theirsBy").filter(desk.account().user().toString()::equals).isPresent();
  }

  private String author(Doc row) {
    return isOwn(row)
        ? text("author.own")
        : row.uuid("theirsBy")
            .flatMap(people::name)
            .map(name -> text("author.named", name))
            .orElseGet(() -> text("author.other"));
  }

  private String theirs(Doc row) {
    return isOwn(row)
        ? text("side.ownOther")
        : row.uuid("theirsBy")
            .flatMap(people::name)
            .map(name -> text("side.named", name))
            .orElseGet(() -> text("side.theirs"));
  }

  private String ago(Doc row) {
    return row.instant("createdAt").map(moments::ago).orElse("");
  }

  private String when(Doc row) {
    Optional<Instant> at = row.instant("theirsAt").or(() -> row.instant("createdAt"));
    return at.map(moments::at).orElse("");
  }

  private Side side(String key, String value) {
    return new Side(text(key), value);
  }

  private String text(String key, Object... values) {
    return texts.get(getClass(), key, values);
  }
}
