package com.salescopilot.desktop.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.ErasedAddress;
import com.salescopilot.model.mail.Tracking;
import com.salescopilot.model.stats.MailFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads for lists: first the keys of all rows in order, eight bytes each, then the rows of the
/// pages that somebody looks at.
final class Lists {
  private final Db db;
  private final Map<ListQuery.Sorting, Map<Entity, Sql>> keys =
      new EnumMap<>(ListQuery.Sorting.class);
  private final Map<Relation, Sql> related = new EnumMap<>(Relation.class);
  private final Map<Entity, Sql> rows;
  private final Sql prospectsWithEmail;
  private final Sql prospectsByAddress;
  private final Sql inDoubt;
  private final Sql held;
  private final Sql mergedInto;
  private final Sql mailFacts;
  private final Sql mailFactsOfCampaign;
  private final Sql mailFactsOfTemplates;
  private final Sql mailFactsOfRevisions;
  private final Sql mailFactsOfProspect;
  private final Sql nextOfCampaign;
  private final Sql suppressed;
  private final Sql openTasks;
  private final Sql enrolled;
  private final Sql mailsOfPlans;
  private final Sql mailsMoved;
  private final Sql reachable;
  private final Map<Entity, Sql> ids;

  Lists(Db db) {
    this.db = db;
    SqlFile sql = SqlFile.of(Lists.class);
    for (ListQuery.Sorting sorting : ListQuery.Sorting.values()) {
      keys.put(sorting, sql.perEntity(sorting.name()));
    }
    for (Relation relation : Relation.values()) {
      related.put(relation, sql.get(relation.name()));
    }
    rows = sql.perEntity("rows");
    prospectsWithEmail = sql.get("prospectsWithEmail");
    prospectsByAddress = sql.get("prospectsByAddress");
    inDoubt = sql.get("inDoubt");
    held = sql.get("held");
    mergedInto = sql.get("mergedInto");
    mailFacts = sql.get("mailFacts");
    mailFactsOfCampaign = sql.get("mailFactsOfCampaign");
    mailFactsOfTemplates = sql.get("mailFactsOfTemplates");
    mailFactsOfRevisions = sql.get("mailFactsOfRevisions");
    mailFactsOfProspect = sql.get("mailFactsOfProspect");
    nextOfCampaign = sql.get("nextOfCampaign");
    suppressed = sql.get("suppressed");
    openTasks = sql.get("openTasks");
    enrolled = sql.get("enrolled");
    mailsOfPlans = sql.get("mailsOfPlans");
    mailsMoved = sql.get("mailsMoved");
    reachable = sql.get("reachable");
    ids = sql.perEntity("ids");
  }

  long[] keys(Entity entity, ListQuery query) {
    Bound statement = query.search().on(db.on(of(of(keys, query.sorting()), entity)));
    Bound sorted =
        switch (query.sorting()) {
          case WORDS, NEWEST -> statement;
          case UP, DOWN -> statement.with("path", "$." + query.field());
        };
    return sorted.wholes();
  }

  /// The rows of these keys; one that is gone is missing.
  Map<Long, Doc> rows(Entity entity, long[] wanted) {
    Map<Long, Doc> found = new HashMap<>();
    db.on(of(rows, entity))
        .with("keys", json(wanted))
        .list(row -> found.put(row.getLong(4), Rows.listed(entity, row)));
    return found;
  }

  List<Doc> related(Relation relation, UUID to) {
    return db.on(of(related, relation))
        .with("to", to.toString())
        .list(row -> Rows.listed(relation.found(), row));
  }

  List<Doc> mailsInDoubt() {
    return db.on(inDoubt).list(row -> Rows.listed(Entity.EMAIL, row));
  }

  List<Doc> mailsHeld() {
    return db.on(held).list(row -> Rows.listed(Entity.EMAIL, row));
  }

  /// The ids that this prospect had before others were merged into it, and theirs.
  List<UUID> mergedInto(UUID prospect) {
    List<UUID> found = new ArrayList<>();
    for (UUID alias :
        db.on(mergedInto).with("to", prospect.toString()).list(row -> Bound.id(row, 1))) {
      found.add(alias);
      found.addAll(mergedInto(alias));
    }
    return found;
  }

  List<Doc> prospectsWithEmail(String email) {
    return db.on(prospectsWithEmail)
        .with("email", email)
        .list(row -> Rows.listed(Entity.PROSPECT, row));
  }

  List<Doc> prospectsByAddress(Collection<String> addresses) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    addresses.forEach(list::add);
    return db.on(prospectsByAddress)
        .with("addresses", list.toString())
        .list(row -> Rows.listed(Entity.PROSPECT, row));
  }

  /// The ids of these keys, in the order of the keys; one that is gone is missing.
  List<UUID> ids(Entity entity, long[] wanted) {
    return db.on(of(ids, entity)).with("keys", json(wanted)).list(row -> Bound.id(row, 1));
  }

  /// How the mails of one sender, or of all, stand.
  KnownMails mailFacts(Optional<UserId> sender) {
    List<Optional<MailFacts>> read =
        db.on(mailFacts).with("sender", sender.map(UserId::toString)).list(Lists::fact);
    List<MailFacts> readable = read.stream().flatMap(Optional::stream).toList();
    return new KnownMails(readable, read.size() - readable.size());
  }

  List<MailFacts> mailFactsOfProspect(UUID prospect) {
    return facts(db.on(mailFactsOfProspect).with("to", prospect.toString()));
  }

  /// When the next mail of a campaign may leave, as far as one waits.
  Optional<Instant> nextOfCampaign(UUID campaign) {
    return db.on(nextOfCampaign)
        .with("to", campaign.toString())
        .maybe(row -> text(row, 1))
        .flatMap(at -> at)
        .map(Instant::parse);
  }

  /// Whether an address, in its canonical form, gets nothing from anybody here.
  boolean isSuppressed(String address) {
    return db.on(suppressed).with("to", address).with("erased", ErasedAddress.of(address)).whole()
        > 0;
  }

  /// What is to be done, the first due first.
  List<Doc> openTasks() {
    return db.on(openTasks).list(row -> Rows.listed(Entity.TASK, row));
  }

  List<MailFacts> mailFactsOfCampaign(UUID campaign) {
    return facts(db.on(mailFactsOfCampaign).with("to", campaign.toString()));
  }

  /// How the mails stand that were made from templates, by template.
  Map<UUID, List<MailFacts>> mailFactsOfTemplates() {
    return grouped(
        db.on(mailFactsOfTemplates)
            .list(row -> Map.entry(UUID.fromString(row.getString(7)), fact(row))));
  }

  /// How the mails stand that were made from a template, by its revision; 0 where none is noted.
  Map<Long, List<MailFacts>> mailFactsOfRevisions(UUID template) {
    return grouped(
        db.on(mailFactsOfRevisions)
            .with("of", template.toString())
            .list(row -> Map.entry(row.getLong(7), fact(row))));
  }

  private static <K> Map<K, List<MailFacts>> grouped(List<Map.Entry<K, Optional<MailFacts>>> rows) {
    Map<K, List<MailFacts>> found = new HashMap<>();
    for (Map.Entry<K, Optional<MailFacts>> each : rows) {
      each.getValue()
          .ifPresent(
              fact -> found.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(fact));
    }
    return found;
  }

  long enrolled(UUID campaign) {
    return db.on(enrolled).with("to", campaign.toString()).whole();
  }

  List<Doc> mailsOfPlans(Instant since) {
    return db.on(mailsOfPlans)
        .with("since", since.toString())
        .list(row -> Rows.listed(Entity.EMAIL, row));
  }

  /// The mails of one sender, or of all, with which something was done since.
  List<Doc> mailsMoved(Optional<UserId> sender, Instant since) {
    return db.on(mailsMoved)
        .with("sender", sender.map(UserId::toString))
        .with("since", since.toString())
        .list(row -> Rows.listed(Entity.EMAIL, row));
  }

  /// Of these prospects those who are still here and whom one may write to.
  Set<UUID> reachable(Collection<UUID> prospects) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    prospects.forEach(id -> list.add(id.toString()));
    return db
        .on(reachable)
        .with("ids", list.toString())
        .list(row -> Map.entry(Bound.id(row, 1), text(row, 2).orElse("")))
        .stream()
        .filter(
            each ->
                !(Address.parse(each.getValue()) instanceof Address.Accepted(Address address)
                    && isSuppressed(address.key())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static List<MailFacts> facts(Bound statement) {
    return statement.list(Lists::fact).stream().flatMap(Optional::stream).toList();
  }

  /// How a mail stands; empty for a row that says what no mail can be, for one damaged row must not
  /// take all others out of sight.
  private static Optional<MailFacts> fact(ResultSet row) throws SQLException {
    try {
      return Optional.of(
          new MailFacts(
              Bound.id(row, 1),
              EmailStatus.valueOf(text(row, 2).orElse("")),
              text(row, 3).map(Tracking::valueOf).orElse(Tracking.OFF),
              text(row, 4).map(Instant::parse),
              text(row, 5).map(Instant::parse),
              text(row, 6).map(Instant::parse)));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String json(long[] keys) {
    return Arrays.stream(keys).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
  }

  private static Optional<String> text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static <K, V> V of(Map<K, V> all, K key) {
    V found = all.get(key);
    if (found == null) {
      throw new IllegalStateException("no statement for " + key);
    }
    return found;
  }
}
