package com.salescopilot.desktop.store;

import com.salescopilot.model.client.Forgetting;
import com.salescopilot.model.client.OutboxEntry;
import com.salescopilot.model.entity.Entity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What this machine keeps of somebody beside the rows, for the day that they are erased.
final class Traces {
  private final Db db;
  private final Outbox outbox;
  private final Lists lists;
  private final Map<Entity, Sql> about;
  private final Sql address;
  private final Sql mailsTo;
  private final Sql begun;
  private final Sql dropBegun;
  private final Sql rewordBegun;
  private final Sql mark;
  private final Sql isMarked;
  private final Sql unmark;
  private final Sql vacuum;
  private final Sql checkpoint;
  private boolean forgot;

  Traces(Db db, Outbox outbox, Lists lists) {
    this.db = db;
    this.outbox = outbox;
    this.lists = lists;
    SqlFile sql = SqlFile.of(Traces.class);
    about = sql.perEntity("about");
    address = sql.get("address");
    mailsTo = sql.get("mailsTo");
    begun = sql.get("begun");
    dropBegun = sql.get("dropBegun");
    rewordBegun = sql.get("rewordBegun");
    mark = sql.get("mark");
    isMarked = sql.get("isMarked");
    unmark = sql.get("unmark");
    vacuum = sql.get("vacuum");
    checkpoint = sql.get("checkpoint");
  }

  Set<String> of(UUID prospect) {
    Set<UUID> people = new HashSet<>(lists.mergedInto(prospect));
    people.add(prospect);
    Set<String> traces = new HashSet<>();
    for (UUID person : people) {
      traces.add(person.toString());
      about
          .values()
          .forEach(
              sql ->
                  db.on(sql).with("to", person.toString()).list(row -> Bound.id(row, 1)).stream()
                      .map(UUID::toString)
                      .forEach(traces::add));
    }
    for (String email : db.on(address).with("id", prospect).list(row -> row.getString(1))) {
      traces.add(email);
      db.on(mailsTo).with("to", email).list(row -> Bound.id(row, 1)).stream()
          .map(UUID::toString)
          .forEach(traces::add);
    }
    return traces;
  }

  void forget(Set<String> traces) {
    List<OutboxEntry> confirmed = outbox.acked();
    Set<String> wider = Forgetting.wider(traces, confirmed);
    for (OutboxEntry entry : confirmed) {
      Forgetting.left(entry, wider)
          .ifPresentOrElse(
              left -> {
                if (!left.equals(entry)) {
                  outbox.reword(left);
                }
              },
              () -> outbox.forget(entry));
    }
    forgetBegun(wider);
    db.on(mark).run();
    forgot = true;
  }

  private void forgetBegun(Set<String> traces) {
    record Begun(String kind, String key, String body) {}
    for (Begun each :
        db.on(begun).list(row -> new Begun(row.getString(1), row.getString(2), row.getString(3)))) {
      Optional<String> left =
          Forgetting.isOne(each.key(), traces)
              ? Optional.empty()
              : BegunWords.left(each.body(), traces);
      if (left.isEmpty()) {
        db.on(dropBegun).with("kind", each.kind()).with("key", each.key()).run();
      } else if (!left.get().equals(each.body())) {
        db.on(rewordBegun)
            .with("kind", each.kind())
            .with("key", each.key())
            .with("body", left.get())
            .run();
      }
    }
  }

  /// Looks whether the last run forgot something and ended before the files were written anew.
  void recall() {
    forgot = db.on(isMarked).any();
  }

  /// Whether bytes of what was forgotten may be left between the rows.
  boolean isToClean() {
    return forgot;
  }

  /// Writes the file anew, without what lies between its rows, and empties the log beside it.
  void clean() {
    db.outsideTransactions(vacuum);
    db.on(unmark).run();
    db.commit();
    db.outsideTransactions(checkpoint);
    forgot = false;
  }
}
