package com.salescopilot.server.prospect;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.mail.CancelReason;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.ErasedAddress;
import com.salescopilot.model.server.Hooks;
import com.salescopilot.model.server.LogEntry;
import com.salescopilot.model.server.StoredRow;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.ImportCommand;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.ProspectCommand;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.RowChange;
import com.salescopilot.model.sync.SuppressionCommand;
import com.salescopilot.server.audit.Act;
import com.salescopilot.server.audit.Audit;
import com.salescopilot.server.audit.Entry;
import com.salescopilot.server.db.Args;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.Statements;
import com.salescopilot.server.db.Tx;
import com.salescopilot.server.stream.CommitHook;
import com.salescopilot.server.stream.RowTables;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// What erasing somebody means beyond their row, in its transaction. Rows that clients have copies
/// of change like any other, so every client hears of it; what is kept beside them (log, trash,
/// events) loses its words in place. Numbers stay: mails are emptied, not removed.
public final class EraseHook implements CommitHook {
  private final Statements statements = Statements.load(EraseHook.class);
  private final Audit audit = new Audit();
  private final InstantSource clock;

  /// By the mutation that erases; as long as its transaction lasts.
  private final Map<UUID, ErasedPerson> underWay = new ConcurrentHashMap<>();

  public EraseHook(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public boolean looksAtRows(Change change) {
    return change instanceof ProspectCommand.Erase;
  }

  @Override
  public Optional<Outcome.Rejected> refusal(Tx tx, Scope scope, Mutation mutation, Result result) {
    return Optional.empty();
  }

  @Override
  public List<Change> entailed(Tx tx, Scope scope, Mutation mutation, Result result) {
    if (!erases(mutation, result)) {
      return List.of();
    }
    tx.one(statements.get("patience"), Args.none(), row -> row.text("set_config"));
    UUID id = erased(result);
    List<UUID> people = ids(tx, "people", ws(scope).and("id", id));
    Args of = ws(scope).and("people", people);
    List<String> addresses = new ArrayList<>();
    tx.scan(
        statements.get("addresses"),
        of,
        row ->
            row.textMaybe("address").filter(a -> !ErasedAddress.is(a)).ifPresent(addresses::add));
    // the row itself is in no table any more, but in the change
    result.rows().stream()
        .flatMap(change -> change.before().stream())
        .flatMap(row -> row.text("email").stream())
        .forEach(addresses::add);
    List<String> keys =
        new ArrayList<>(addresses.stream().map(RowTables::addressKey).distinct().toList());
    tx.scan(
        statements.get("ofSomebodyElse"),
        of.and("keys", keys),
        row -> keys.remove(row.text("email_key")));
    addresses.removeIf(address -> !keys.contains(RowTables.addressKey(address)));
    List<Change> follow = new ArrayList<>();
    List<UUID> mails = mails(tx, of.and("keys", keys), follow);
    List<UUID> rows = notes(tx, scope, keys, follow);
    rows.addAll(ids(tx, "letters", ws(scope).and("names", ErasedPerson.names(people))));
    ErasedPerson person = ErasedPerson.of(people, keys, addresses, mails, rows);
    underWay.put(mutation.id(), person);
    tx.atEnd(() -> underWay.remove(mutation.id()));
    return follow;
  }

  private List<UUID> mails(Tx tx, Args args, List<Change> follow) {
    List<UUID> mails = new ArrayList<>();
    tx.scan(
        statements.get("mails"),
        args,
        row -> {
          UUID mail = row.uuid("id");
          mails.add(mail);
          switch (EmailStatus.valueOf(row.text("status"))) {
            case PENDING_SEND, SENDING ->
                follow.add(new EmailCommand.Withdraw(mail, CancelReason.USER));
            case SENT, FAILED, BOUNCED, UNCONFIRMED, CANCELLED -> {}
          }
          follow.add(new EmailCommand.Erase(mail));
        });
    return mails;
  }

  /// Whoever opted out stays so, and nobody is brought back by a list from before.
  private List<UUID> notes(Tx tx, Scope scope, List<String> keys, List<Change> follow) {
    Map<String, UUID> known = new HashMap<>();
    List<String> both = new ArrayList<>(keys);
    keys.forEach(key -> both.add(ErasedAddress.of(key)));
    tx.scan(
        statements.get("suppressions"),
        ws(scope).and("keys", both),
        row -> known.put(row.text("address_key"), row.uuid("id")));
    List<UUID> notes = new ArrayList<>();
    for (String key : keys) {
      String mark = ErasedAddress.of(key);
      UUID note =
          Optional.ofNullable(known.get(key))
              .or(() -> Optional.ofNullable(known.get(mark)))
              .orElseGet(() -> DerivedId.suppression(scope.workspace(), key));
      notes.add(note);
      follow.add(new SuppressionCommand.Erase(note, mark));
    }
    return notes;
  }

  @Override
  public List<Hooks.Theirs> ofOthers(Tx tx, Scope scope, Mutation mutation, Result result) {
    if (!erases(mutation, result)) {
      return List.of();
    }
    ErasedPerson person = person(mutation.id());
    List<Hooks.Theirs> follow = new ArrayList<>();
    List<UUID> found = new ArrayList<>();
    for (UserId owner : owners(tx, scope)) {
      as(tx, scope, owner, (inner, own) -> ofOne(inner, own, person, owner, follow, found));
    }
    underWay.put(mutation.id(), person.and(found));
    return follow;
  }

  private void ofOne(
      Tx tx,
      Args own,
      ErasedPerson person,
      UserId owner,
      List<Hooks.Theirs> follow,
      List<UUID> found) {
    Args about = own.and("people", person.people()).and("mails", person.mails());
    List<UUID> drafts = ids(tx, "drafts", about);
    List<UUID> tasks = ids(tx, "tasks", about);
    List<UUID> rows = new ArrayList<>(person.everything());
    rows.addAll(drafts);
    rows.addAll(tasks);
    Args said = own.and("words", List.copyOf(person.words()));
    List<UUID> conflicts = ids(tx, "conflicts", said.and("rows", rows));
    drafts.forEach(id -> follow.add(removed(owner, Entity.EMAIL_DRAFT, id)));
    tasks.forEach(id -> follow.add(removed(owner, Entity.TASK, id)));
    conflicts.forEach(id -> follow.add(removed(owner, Entity.CONFLICT, id)));
    ids(tx, "imports", said)
        .forEach(
            id ->
                follow.add(new Hooks.Theirs(owner, new ImportCommand.Forget(id, person.people()))));
    found.addAll(drafts);
    found.addAll(tasks);
    found.addAll(conflicts);
  }

  private static Hooks.Theirs removed(UserId owner, Entity entity, UUID id) {
    return new Hooks.Theirs(owner, new Change.Delete(new RowKey(entity, id), OptionalLong.empty()));
  }

  @Override
  public void written(Tx tx, Scope scope, List<StoredRow> rows) {}

  @Override
  public void logged(Tx tx, Scope scope, List<LogEntry> log) {
    for (LogEntry entry : log) {
      ErasedPerson person = underWay.remove(entry.id());
      if (person != null && entry.outcome() instanceof Outcome.Applied) {
        forget(tx, scope, person);
        audit.write(
            tx,
            Entry.of(Act.PROSPECT_ERASED)
                .in(scope.workspace())
                .by(scope.user())
                .to(person.people().getFirst()),
            clock.instant());
      }
    }
  }

  /// What is kept beside the rows loses its words.
  private void forget(Tx tx, Scope scope, ErasedPerson person) {
    List<UUID> rows = person.everything();
    Args all =
        ws(scope)
            .and("people", person.people())
            .and("mails", person.mails())
            .and("mailNames", ErasedPerson.names(person.mails()))
            .and("rows", rows)
            .and("words", List.copyOf(person.words()));
    for (String statement :
        List.of(
            "changes",
            "changesOfMany",
            "failures",
            "events",
            "replies",
            "opens",
            "jobs",
            "keys",
            "answers",
            "verdicts")) {
      tx.exec(statements.get(statement), all);
    }
    Args graves = all.and("names", ErasedPerson.names(rows));
    tx.exec(statements.get("graves"), graves.and("owner", scope.workspace()));
    for (UserId owner : owners(tx, scope)) {
      as(
          tx,
          scope,
          owner,
          (inner, own) -> {
            inner.exec(statements.get("graves"), graves.and("owner", owner));
            inner.exec(statements.get("undoOfGraves"), graves.and("owner", owner));
            dropErrorFiles(inner, own, person);
          });
    }
  }

  /// A file of rows that an import could not take goes as a whole: it is given back once.
  private void dropErrorFiles(Tx tx, Args own, ErasedPerson person) {
    Set<UUID> theirs = new HashSet<>();
    tx.scan(
        statements.get("errorFiles"),
        own,
        row -> {
          String file =
              new String(Packed.unpacked(row.bytes("content")), StandardCharsets.UTF_8)
                  .toLowerCase(Locale.ROOT);
          if (person.keys().stream().anyMatch(file::contains)) {
            theirs.add(row.uuid("import_id"));
          }
        });
    if (!theirs.isEmpty()) {
      tx.exec(statements.get("dropErrorFiles"), own.and("ids", List.copyOf(theirs)));
    }
  }

  private interface Own {
    void of(Tx tx, Args own);
  }

  private void as(Tx tx, Scope scope, UserId owner, Own work) {
    tx.within(
        scope.as(owner),
        inner -> {
          work.of(inner, ws(scope).and("owner", owner));
          return true;
        });
  }

  private List<UserId> owners(Tx tx, Scope scope) {
    return tx.list(statements.get("owners"), ws(scope), row -> new UserId(row.uuid("owner")));
  }

  private List<UUID> ids(Tx tx, String statement, Args args) {
    List<UUID> ids = new ArrayList<>();
    tx.scan(statements.get(statement), args, row -> ids.add(row.uuid("id")));
    return ids;
  }

  private ErasedPerson person(UUID mutation) {
    return Optional.ofNullable(underWay.get(mutation)).orElseThrow();
  }

  private static boolean erases(Mutation mutation, Result result) {
    return mutation.change() instanceof ProspectCommand.Erase
        && result.outcome() instanceof Outcome.Applied;
  }

  /// Whoever the id stood for.
  private static UUID erased(Result result) {
    return result.rows().stream()
        .filter(change -> change.key().entity() == Entity.PROSPECT_ALIAS)
        .map(RowChange::after)
        .flatMap(Optional::stream)
        .map(Doc::id)
        .findFirst()
        .orElseThrow();
  }

  private static Args ws(Scope scope) {
    return Args.of("ws", scope.workspace());
  }
}
