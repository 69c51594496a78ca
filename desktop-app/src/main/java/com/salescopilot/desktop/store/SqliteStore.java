package com.salescopilot.desktop.store;

import com.salescopilot.model.client.ClientCore;
import com.salescopilot.model.client.ClientStore;
import com.salescopilot.model.client.ClientTx;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.mail.Address;
import com.salescopilot.model.stats.MailFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/// One account's rows, outbox and cursors in a SQLite file, with its journal beside it.
///
/// All writing happens on one thread, in transactions that are on disk when a call returns. Reading
/// happens beside it on snapshots. Native calls pin a virtual thread's carrier, so both have
/// platform threads of their own.
public final class SqliteStore implements ClientStore, AutoCloseable {
  private static final int READERS = 2;

  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(Waiting.threads("store-write"));
  private final ExecutorService reading =
      Executors.newFixedThreadPool(READERS, Waiting.threads("store-read"));
  private final Changes changes = new Changes(Changes.soon());
  private final Writer writer;
  private final Readers readers;

  private SqliteStore(StoreFiles files, InstantSource clock, Supplier<UUID> ids, Commit commit) {
    writer = opened(new Opening(files, clock, ids, commit));
    writer.tell(changes::happened);
    readers = new Readers(new Connections(files.database()), clock);
  }

  private Writer opened(Opening opening) {
    try {
      return Waiting.on(writing, opening::open);
    } catch (StoreException e) {
      writing.shutdown();
      reading.shutdown();
      throw e;
    }
  }

  /// Opens the files, repairing what a crash or a loss left behind.
  ///
  /// @throws StoreException if they cannot be used
  static SqliteStore open(
      StoreFiles files, InstantSource clock, Supplier<UUID> ids, Commit commit) {
    return new SqliteStore(files, clock, ids, commit);
  }

  @Override
  public <T> T write(Function<ClientTx, T> work) {
    return Waiting.on(writing, () -> writer.write(work));
  }

  @Override
  public <T> T read(Function<ClientTx, T> work) {
    return readRows(work::apply);
  }

  /// The row as it is shown.
  public Optional<Doc> row(RowKey key) {
    return readRows(tx -> tx.visible(key));
  }

  /// The rows that a search finds.
  public RowPage page(Entity entity, Search search, long limit, long offset) {
    return readRows(tx -> tx.rows().page(entity, search, limit, offset));
  }

  /// The keys of the rows of a list, in its order. They are good for [#rows] as long as the store
  /// is open, whatever changes.
  public long[] keys(Entity entity, ListQuery query) {
    return readRows(tx -> tx.lists().keys(entity, query));
  }

  /// The rows of some keys; one that is gone is missing.
  public Map<Long, Doc> rows(Entity entity, long[] keys) {
    return readRows(tx -> tx.lists().rows(entity, keys));
  }

  /// The rows that belong to another.
  public List<Doc> related(Relation relation, UUID to) {
    return readRows(tx -> tx.lists().related(relation, to));
  }

  /// The prospects with this address; more than one only until the server has merged them.
  public List<Doc> prospectsWithEmail(String email) {
    return readRows(tx -> tx.lists().prospectsWithEmail(email));
  }

  /// The prospects with these canonical addresses, by them.
  public Map<String, Doc> prospectsByAddress(Collection<String> addresses) {
    Map<String, Doc> found = new HashMap<>();
    for (Doc row : readRows(tx -> tx.lists().prospectsByAddress(addresses))) {
      if (Address.parse(row.text("email").orElse(""))
          instanceof Address.Accepted(Address address)) {
        found.putIfAbsent(address.key(), row);
      }
    }
    return found;
  }

  /// The mails of which nobody can know whether they were accepted.
  public List<Doc> mailsInDoubt() {
    return readRows(tx -> tx.lists().mailsInDoubt());
  }

  /// The mails that the server holds back until a person decides.
  public List<Doc> mailsHeld() {
    return readRows(tx -> tx.lists().mailsHeld());
  }

  /// The ids that stand for this prospect since they were merged into it.
  public List<UUID> mergedInto(UUID prospect) {
    return readRows(tx -> tx.lists().mergedInto(prospect));
  }

  /// The row that an id of a prospect stands for now.
  public UUID survivor(UUID prospect) {
    return readRows(tx -> ClientCore.survivor(tx, prospect));
  }

  /// What the server has of a row that changes wait on; empty if none do, or it has none.
  public Optional<Doc> beneath(RowKey key) {
    return readRows(tx -> tx.image(key).flatMap(ClientTx.ServerImage::row));
  }

  /// How each mail stands, of one sender or of all.
  public KnownMails mailFacts(Optional<UserId> sender) {
    return readRows(tx -> tx.lists().mailFacts(sender));
  }

  /// How each mail of a campaign stands.
  public List<MailFacts> mailFactsOfCampaign(UUID campaign) {
    return readRows(tx -> tx.lists().mailFactsOfCampaign(campaign));
  }

  /// How the mails stand that were made from templates, by template.
  public Map<UUID, List<MailFacts>> mailFactsOfTemplates() {
    return readRows(tx -> tx.lists().mailFactsOfTemplates());
  }

  /// How the mails stand that were made from a template, by its revision; 0 where none is noted.
  public Map<Long, List<MailFacts>> mailFactsOfRevisions(UUID template) {
    return readRows(tx -> tx.lists().mailFactsOfRevisions(template));
  }

  /// How each mail to a prospect stands.
  public List<MailFacts> mailFactsOfProspect(UUID prospect) {
    return readRows(tx -> tx.lists().mailFactsOfProspect(prospect));
  }

  /// When the next mail of a campaign may leave; empty if none waits for a time.
  public Optional<Instant> nextOfCampaign(UUID campaign) {
    return readRows(tx -> tx.lists().nextOfCampaign(campaign));
  }

  /// Whether nobody here may write to an address any more.
  public boolean isSuppressed(Address address) {
    return readRows(tx -> tx.lists().isSuppressed(address.key()));
  }

  /// What is to be done, the first due first.
  public List<Doc> openTasks() {
    return readRows(tx -> tx.lists().openTasks());
  }

  /// The mails that may still leave, and those that left since.
  public List<Doc> mailsOfPlans(Instant since) {
    return readRows(tx -> tx.lists().mailsOfPlans(since));
  }

  /// The mails of one sender, or of all, with which something was done since.
  public List<Doc> mailsMoved(Optional<UserId> sender, Instant since) {
    return readRows(tx -> tx.lists().mailsMoved(sender, since));
  }

  /// Of these prospects those who are still here and whom one may write to.
  public Set<UUID> reachable(Collection<UUID> prospects) {
    return readRows(tx -> tx.lists().reachable(prospects));
  }

  /// How many prospects a campaign has taken in.
  public long enrolled(UUID campaign) {
    return readRows(tx -> tx.lists().enrolled(campaign));
  }

  /// The ids of some keys in their order; one that is gone is missing.
  public List<UUID> ids(Entity entity, long[] keys) {
    return readRows(tx -> tx.lists().ids(entity, keys));
  }

  /// The rows of a kind with changes that the server has not confirmed.
  public Set<UUID> waiting(Entity entity) {
    return readRows(tx -> tx.outbox().touched(entity));
  }

  /// Tells when rows change, whoever changes them.
  public Changes changes() {
    return changes;
  }

  /// The keys of custom fields that prospects have.
  public List<String> customKeys() {
    return readRows(tx -> tx.rows().customKeys());
  }

  /// What was begun on this machine and not published.
  ///
  /// @param kind what it will be, such as `template`
  /// @param key which one
  public Optional<String> localDraft(String kind, String key) {
    return readRows(tx -> tx.drafts().find(kind, key));
  }

  /// Keeps what was begun, in place of what was kept before. Nobody else ever sees it.
  public void keepLocalDraft(String kind, String key, String body) {
    Waiting.on(
        writing,
        () ->
            writer.write(
                tx -> {
                  tx.drafts().keep(kind, key, body);
                  return true;
                }));
  }

  /// Keeps several at once, all or none.
  ///
  /// @param bodies by their keys
  public void keepLocalDrafts(String kind, Map<String, String> bodies) {
    Waiting.on(
        writing,
        () ->
            writer.write(
                tx -> {
                  bodies.forEach((key, body) -> tx.drafts().keep(kind, key, body));
                  return true;
                }));
  }

  /// The keys of what was begun, in their order.
  public List<String> localDraftKeys(String kind) {
    return readRows(tx -> tx.drafts().keys(kind));
  }

  /// Forgets what was begun: it is published, or not wanted any more.
  public void dropLocalDraft(String kind, String key) {
    Waiting.on(
        writing,
        () ->
            writer.write(
                tx -> {
                  tx.drafts().drop(kind, key);
                  return true;
                }));
  }

  /// What the server has not confirmed, in order.
  public List<OutboxEntry> outbox() {
    return outbox(Integer.MAX_VALUE);
  }

  /// The first of what the server has not confirmed, in order.
  public List<OutboxEntry> outbox(int most) {
    return readRows(tx -> tx.pendingAfter(0, most));
  }

  /// Ends when the last reading and the last write have ended: afterwards nothing opens the files
  /// again, or makes new ones beside them.
  @Override
  public void close() {
    if (writing.isShutdown()) {
      return;
    }
    Waiting.end(reading);
    readers.close();
    try {
      Waiting.on(
          writing,
          () -> {
            writer.close();
            return true;
          });
    } finally {
      Waiting.end(writing);
    }
  }

  private <T> T readRows(Function<SqliteTx, T> work) {
    return Waiting.on(reading, () -> readers.read(work));
  }
}
