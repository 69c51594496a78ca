package com.salescopilot.model.server;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Actor;
import com.salescopilot.model.sync.Apply;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.Codec;
import com.salescopilot.model.sync.Conflict;
import com.salescopilot.model.sync.DomainEvent;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.Erased;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.Hash128;
import com.salescopilot.model.sync.Mutation;
import com.salescopilot.model.sync.Outcome;
import com.salescopilot.model.sync.Overlay;
import com.salescopilot.model.sync.RejectCode;
import com.salescopilot.model.sync.Result;
import com.salescopilot.model.sync.RowChange;
import com.salescopilot.model.sync.Stamp;
import com.salescopilot.model.sync.WrittenFields;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.NulFree;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// The mutations of one transaction, gathered so that a batch costs few statements.
final class Work {
  /// What is kept of a change that is about somebody who was erased.
  private static final String NOTHING = "{}";

  private final ServerStore store;
  private final Hooks hooks;
  private final Supplier<UUID> ids;
  private final Instant now;
  private final Map<RowKey, UserId> owners = new HashMap<>();
  private final Map<RowKey, Optional<Doc>> before = new HashMap<>();
  private final SortedMap<RowKey, Doc> conflicts = new TreeMap<>();
  private final List<LogEntry> log = new ArrayList<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private final Map<UUID, String> hashes = new HashMap<>();
  private Overlay overlay;

  Work(ServerStore store, Hooks hooks, Supplier<UUID> ids, Instant now) {
    this.store = store;
    this.hooks = hooks;
    this.ids = ids;
    this.now = now;
    this.overlay = new Overlay(store);
  }

  /// The hash of a mutation that came earlier in this transaction.
  Optional<String> known(UUID mutation) {
    return Optional.ofNullable(hashes.get(mutation));
  }

  /// Applies a mutation; a refused one leaves no trace.
  ///
  /// @param replay whether a history that is lost may have had it already
  Result apply(Mutation mutation, Stamp stamp, OptionalLong seq, String body, boolean replay) {
    if (hooks.looksAtRows(mutation.change())) {
      flush();
    }
    Result applied = Apply.apply(overlay, mutation, stamp);
    Result result =
        applied.outcome() instanceof Outcome.Rejected
            ? applied
            : hooks.refusal(mutation, applied).map(Work::refused).orElse(applied);
    if (!(result.outcome() instanceof Outcome.Rejected)) {
      takeUp(mutation, stamp, result);
      note(mutation, stamp, seq, body, body, result);
      for (Change next : hooks.entailed(mutation, result)) {
        entail(next);
      }
      for (Hooks.Theirs next : hooks.ofOthers(mutation, result)) {
        store.reveal(next.owner(), next.change().target());
        owners.put(next.change().target(), next.owner());
        entail(next.change());
      }
      if (mayHaveLeft(mutation.change(), result, replay)) {
        entail(new EmailCommand.Freeze(mutation.change().target().id()));
      }
    }
    return result;
  }

  /// Whether a letter that is queued now may be one that has left in a time that was lost: a client
  /// says so, or it is a campaign's, which sends by itself. A person who sends one now knows.
  private boolean mayHaveLeft(Change change, Result result, boolean replay) {
    return change instanceof EmailCommand command
        && !(result.outcome() instanceof Outcome.NoOp)
        && switch (command) {
          case EmailCommand.Send send ->
              replay || (send.campaignId().isPresent() && store.sendsHeld());
          case EmailCommand.Resend _ -> replay;
          case EmailCommand.Requeue _, EmailCommand.Due _ -> store.sendsHeld();
          case EmailCommand.Cancel _,
              EmailCommand.Settle _,
              EmailCommand.Release _,
              EmailCommand.Evidence _,
              EmailCommand.Freeze _,
              EmailCommand.Claim _,
              EmailCommand.Ended _,
              EmailCommand.Withdraw _,
              EmailCommand.Engaged _,
              EmailCommand.Erase _ ->
              false;
        };
  }

  /// Applies a mutation; a refused one is logged, and its author finds it among their conflicts.
  void applyOrNote(Mutation mutation, Stamp stamp, OptionalLong seq, String body, boolean replay) {
    Result result = apply(mutation, stamp, seq, body, replay);
    if (result.outcome() instanceof Outcome.Rejected rejected) {
      boolean erased =
          rejected.code() == RejectCode.GONE
              && (Erased.concerns(overlay, mutation.change())
                  || store.wasErased(mutation.change().target()));
      if (erased) {
        store.keepOut(mutation.change().target());
      }
      note(mutation, stamp, seq, body, erased ? NOTHING : body, result);
      tellAuthor(
          mutation.id(),
          stamp,
          Optional.of(mutation.change().target()),
          erased ? Optional.empty() : Optional.of(Codec.write(mutation.change())),
          rejected);
    }
  }

  /// Logs what was no change at all.
  void noteUnreadable(
      UUID id, Stamp stamp, OptionalLong seq, Value.Fields change, Outcome.Rejected rejected) {
    String body = CanonicalJson.of(change);
    String hash = Hash128.of(body).hex();
    hashes.put(id, hash);
    log.add(
        new LogEntry(
            id,
            hash,
            stamp,
            seq,
            "unreadable",
            storable(body),
            Optional.empty(),
            Set.of(),
            Set.of(),
            rejected));
    tellAuthor(id, stamp, Optional.empty(), Optional.of(change), rejected);
  }

  /// Writes what is left.
  void finish() {
    flush();
    store.append(log, events);
    hooks.logged(log);
  }

  private void entail(Change change) {
    Mutation mutation = new Mutation(ids.get(), change);
    apply(
        mutation,
        new Stamp(new Actor.Internal("server"), now, now),
        OptionalLong.empty(),
        Codec.encode(change),
        false);
  }

  private void takeUp(Mutation mutation, Stamp stamp, Result result) {
    for (RowChange change : result.rows()) {
      before.putIfAbsent(change.key(), change.before());
      if (change.key().entity().stream() == StreamKind.ME
          && stamp.actor() instanceof Actor.Member member) {
        owners.put(change.key(), member.user());
      }
    }
    overlay.add(mutation, stamp, result);
    events.addAll(result.events());
    result.conflicts().forEach(this::keep);
  }

  /// @param kept what is kept of its body
  private void note(
      Mutation mutation, Stamp stamp, OptionalLong seq, String body, String kept, Result result) {
    Set<UUID> also = new HashSet<>();
    Set<String> fields = new HashSet<>();
    UUID target = mutation.change().target().id();
    for (RowChange change : result.rows()) {
      also.add(change.key().id());
      if (change.key().id().equals(target)) {
        fields.addAll(WrittenFields.of(change));
      } else {
        WrittenFields.byClients(change)
            .forEach(name -> fields.add(LogEntry.elsewhere(change.key().id(), name)));
      }
    }
    also.remove(target);
    String hash = Hash128.of(body).hex();
    hashes.put(mutation.id(), hash);
    log.add(
        new LogEntry(
            mutation.id(),
            hash,
            stamp,
            seq,
            Codec.op(mutation.change()),
            storable(kept),
            Optional.of(mutation.change().target()),
            also,
            fields,
            result.outcome()));
  }

  private void keep(Conflict conflict) {
    Doc row =
        conflictRow(
                DerivedId.conflict(conflict.mutationId(), conflict.row().id(), conflict.field()),
                conflict.mutationId(),
                conflict.field(),
                conflict.kind(),
                Optional.of(conflict.row()))
            .with("was", conflict.was())
            .with("mine", conflict.mine())
            .with("theirs", conflict.theirs())
            .with("theirsBy", conflict.theirsBy().map(user -> Value.text(user.toString())))
            .with("theirsAt", conflict.theirsAt());
    conflicts.put(row.key(), storable(row));
    owners.put(row.key(), conflict.owner());
  }

  private void tellAuthor(
      UUID mutation,
      Stamp stamp,
      Optional<RowKey> target,
      Optional<Value.Fields> change,
      Outcome.Rejected rejected) {
    if (!(stamp.actor() instanceof Actor.Member author)) {
      return;
    }
    Doc row =
        conflictRow(
                DerivedId.conflict(mutation, rejected.field()),
                mutation,
                rejected.field(),
                Conflict.Kind.REJECTED,
                target)
            .with("mutation", change.map(Value.class::cast))
            .with("code", rejected.code().name())
            .with("detail", rejected.detail());
    if (rejected.code() == RejectCode.GONE && target.isPresent()) {
      row = withGrave(row, target.get());
    }
    conflicts.put(row.key(), storable(row));
    owners.put(row.key(), author.user());
  }

  /// What was deleted, by whom and when, so that its editor can bring it back with the edit.
  private Doc withGrave(Doc row, RowKey target) {
    Optional<Doc> buried = overlay.grave(target).flatMap(Grave::doc);
    if (buried.isEmpty()) {
      return row;
    }
    Doc known = row.with("was", new Value.Fields(buried.get().synced().fields()));
    return overlay
        .lastWrite(target)
        .map(
            write ->
                write.by() instanceof Actor.Member member
                    ? known
                        .with("theirsBy", member.user().value())
                        .with("theirsAt", write.editedAt())
                    : known)
        .orElse(known);
  }

  /// What somebody tried is kept even where a database cannot keep it as it is.
  private static Doc storable(Doc row) {
    Value.Fields fields = NulFree.of(new Value.Fields(row.fields()));
    return new Doc(row.entity(), row.id(), row.rev(), fields.members());
  }

  private static String storable(String json) {
    return json.contains("\\u0000")
        ? CanonicalJson.of(NulFree.of(new Value.Fields(ValueJson.members(ValueJson.object(json)))))
        : json;
  }

  private Doc conflictRow(
      UUID id, UUID mutation, String field, Conflict.Kind kind, Optional<RowKey> about) {
    Doc row =
        new Doc(Entity.CONFLICT, id, 0, new TreeMap<>())
            .with("kind", kind.name())
            .with("mutationId", mutation)
            .with("createdAt", now);
    row = field.isEmpty() ? row : row.with("field", field);
    return about.isEmpty()
        ? row
        : row.with("entity", about.get().entity().table()).with("entityId", about.get().id());
  }

  private void flush() {
    List<StoredRow> rows = new ArrayList<>();
    overlay
        .changed()
        .forEach(
            (key, after) ->
                rows.add(
                    new StoredRow(
                        key,
                        Optional.ofNullable(owners.get(key)),
                        before.getOrDefault(key, Optional.empty()),
                        after)));
    conflicts.forEach(
        (key, row) ->
            rows.add(
                new StoredRow(
                    key,
                    Optional.ofNullable(owners.get(key)),
                    Optional.empty(),
                    Optional.of(row))));
    if (!rows.isEmpty()) {
      store.write(rows);
      hooks.written(rows);
    }
    conflicts.clear();
    before.clear();
    overlay = overlay.written();
  }

  private static Result refused(Outcome.Rejected rejected) {
    return new Result(rejected, List.of(), List.of(), List.of());
  }
}
