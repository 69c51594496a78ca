package com.salescopilot.server.task;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.sync.Before;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.FieldPatch;
import com.salescopilot.model.task.TaskKind;
import com.salescopilot.model.value.Value;
import com.salescopilot.server.events.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// What events mean for the tasks of one person.
///
/// - Somebody answered: what waited for it is done, and an answer is owed to them, once for each of
///   them and unless a mail left for them since.
/// - A mail left for them: the answer is no longer owed.
/// - Somebody has left their company: whoever wrote to them looks for another way in.
final class Duties {
  private final UserId owner;
  private final Map<UUID, Exchange> mails;
  private final List<Doc> waiting;
  private final List<Doc> open;
  private final List<Change> changes = new ArrayList<>();

  /// @param mails that events are about, by id
  /// @param waiting open tasks that wait for an answer
  /// @param open tasks that these rules made and that are open, or made of these events
  Duties(UserId owner, Map<UUID, Exchange> mails, List<Doc> waiting, List<Doc> open) {
    this.owner = owner;
    this.mails = mails;
    this.waiting = new ArrayList<>(waiting);
    this.open = new ArrayList<>(open);
  }

  static boolean concerns(Event event) {
    return switch (event.type()) {
      // what nobody proved ends nothing
      case EMAIL_REPLIED -> event.payload().path("verified").asBoolean(true);
      case EMAIL_AUTO_REPLIED -> event.payload().path("left").asBoolean(false);
      case EMAIL_SENT -> true;
      case EMAIL_QUEUED,
          EMAIL_FAILED,
          EMAIL_UNCONFIRMED,
          EMAIL_BOUNCED,
          EMAIL_OPENED,
          EMAIL_CLICKED,
          EMAIL_UNSUBSCRIBED,
          EMAIL_COMPLAINED ->
          false;
    };
  }

  /// The tasks that an event may have made before, when it was told already.
  static Stream<UUID> made(Event event) {
    return Stream.of(TaskKind.REPLY_OWED, TaskKind.LEFT_COMPANY)
        .map(kind -> DerivedId.task(event.id(), kind.name()));
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  void hear(Event event) {
    switch (event.type()) {
      case EMAIL_REPLIED -> {
        answered(event);
        theirs(event).ifPresent(mail -> owed(event, mail));
      }
      case EMAIL_AUTO_REPLIED ->
          theirs(event).ifPresent(mail -> make(TaskKind.LEFT_COMPANY, event, mail));
      case EMAIL_SENT -> theirs(event).ifPresent(mail -> sent(event, mail));
      case EMAIL_QUEUED,
          EMAIL_FAILED,
          EMAIL_UNCONFIRMED,
          EMAIL_BOUNCED,
          EMAIL_OPENED,
          EMAIL_CLICKED,
          EMAIL_UNSUBSCRIBED,
          EMAIL_COMPLAINED -> {}
    }
  }

  private Optional<Exchange> theirs(Event event) {
    return Optional.ofNullable(mails.get(event.subject()))
        .filter(mail -> mail.sender().equals(owner));
  }

  private void answered(Event event) {
    waiting.removeIf(
        task -> {
          boolean mine = task.uuid("emailId").equals(Optional.of(event.subject()));
          if (mine) {
            changes.add(done(task, event.occurredAt()));
          }
          return mine;
        });
  }

  private void owed(Event event, Exchange mail) {
    if (mail.lastSent().filter(at -> !at.isBefore(event.occurredAt())).isEmpty()) {
      make(TaskKind.REPLY_OWED, event, mail);
    }
  }

  /// One is enough of a kind for each prospect.
  private void make(TaskKind kind, Event event, Exchange mail) {
    UUID id = DerivedId.task(event.id(), kind.name());
    boolean there = open.stream().anyMatch(task -> task.id().equals(id) || isOf(task, kind, mail));
    if (there) {
      return;
    }
    SortedMap<String, Value> fields = new TreeMap<>();
    fields.put("kind", Value.text(kind.name()));
    fields.put("title", Value.text(mail.title()));
    fields.put("prospectId", Value.text(mail.prospect().toString()));
    fields.put("emailId", Value.text(event.subject().toString()));
    fields.put("dueAt", instant(event.occurredAt()));
    RowKey key = new RowKey(Entity.TASK, id);
    open.add(new Doc(Entity.TASK, id, 0, fields));
    changes.add(new Change.Create(key, fields));
  }

  private void sent(Event event, Exchange mail) {
    open.removeIf(
        task -> {
          boolean settled =
              isOf(task, TaskKind.REPLY_OWED, mail)
                  && task.instant("createdAt")
                      .filter(at -> at.isBefore(event.occurredAt()))
                      .isPresent();
          if (settled) {
            changes.add(done(task, event.occurredAt()));
          }
          return settled;
        });
  }

  /// Whether it is still to be done for that prospect.
  private static boolean isOf(Doc task, TaskKind kind, Exchange mail) {
    return task.get("doneAt").isEmpty()
        && task.text("kind").equals(Optional.of(kind.name()))
        && task.uuid("prospectId").equals(Optional.of(mail.prospect()));
  }

  private static Change done(Doc task, Instant at) {
    SortedMap<String, FieldPatch> set = new TreeMap<>();
    set.put("doneAt", new FieldPatch.Whole(Before.of(Optional.empty()), Optional.of(instant(at))));
    return new Change.Patch(task.key(), set);
  }

  private static Value instant(Instant at) {
    return Value.text(at.truncatedTo(ChronoUnit.MILLIS).toString());
  }
}
