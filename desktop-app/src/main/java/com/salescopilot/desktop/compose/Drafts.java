package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.sync.EmailCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The drafts of one letter, one for each person it goes to: everybody gets a mail of their own.
/// Another letter has drafts of its own, so nothing that is typed can get into a letter that is
/// opened meanwhile. Once it is sent or thrown away nothing more is kept of it.
final class Drafts {
  private final Desk desk;
  private final Edits edits;
  private final Letters letters;
  private final List<UUID> ids = new ArrayList<>();
  private final Optional<UUID> campaign;
  private final Origin origin;
  private boolean over;

  /// @param begun the draft that is gone on with; empty for a new letter
  /// @param of the campaign that a new letter belongs to
  Drafts(Desk desk, Edits edits, Letters letters, Optional<Doc> begun, Optional<UUID> of) {
    this.desk = desk;
    this.edits = edits;
    this.letters = letters;
    this.campaign = begun.flatMap(row -> row.uuid("campaignId")).or(() -> of);
    this.origin = new Origin(desk, edits, letters, begun);
    begun.ifPresent(row -> ids.add(row.id()));
  }

  /// Which suggestions were taken into it.
  Origin origin() {
    return origin;
  }

  /// The campaign that the letter belongs to, if it does.
  Optional<UUID> campaign() {
    return campaign;
  }

  /// Brings the disk to what is written. Nothing is made of a letter that was not begun.
  ///
  /// @param people the prospects it goes to; for none there is one draft to nobody
  /// @return whether anything is kept
  synchronized boolean save(Written written, List<UUID> people) {
    boolean begun = !written.isEmpty() || !people.isEmpty() || !ids.isEmpty();
    if (begun && !over) {
      write(written, people);
      origin.keep(ids);
    }
    return begun && !over;
  }

  /// Sends all drafts or none.
  ///
  /// @return what takes each mail back
  /// @throws com.salescopilot.desktop.desk.DeskRefused if somebody's letter is not complete
  synchronized List<Change> send(Written written, List<UUID> people, int undoSeconds) {
    if (over) {
      return List.of(); // pressed twice
    }
    save(written, people);
    List<EmailCommand.Send> sends = new ArrayList<>();
    ids.forEach(id -> sends.add(origin.in(letters.send(id, undoSeconds), id)));
    List<Change> back = new ArrayList<>();
    sends.forEach(send -> edits.submit(send).undo().ifPresent(back::add));
    over = true;
    return back;
  }

  /// Throws the letter away.
  ///
  /// @return what brings each draft back
  synchronized List<Change> discard() {
    List<Change> back = new ArrayList<>();
    ids.forEach(id -> row(id).map(edits::delete).flatMap(Edits.Done::undo).ifPresent(back::add));
    over = true;
    return back;
  }

  private void write(Written written, List<UUID> people) {
    int wanted = Math.max(1, people.size());
    for (int i = 0; i < wanted; i++) {
      String to = i < people.size() ? people.get(i).toString() : "";
      Optional<Doc> seen = i < ids.size() ? row(ids.get(i)) : Optional.empty();
      if (seen.isPresent()) {
        change(seen.get(), written, to);
      } else if (i < ids.size()) {
        ids.set(i, make(written, to)); // deleted on another machine, and still written here
      } else {
        ids.add(make(written, to));
      }
    }
    while (ids.size() > wanted) {
      row(ids.removeLast()).ifPresent(edits::delete);
    }
  }

  private UUID make(Written written, String to) {
    Map<String, String> fields = new HashMap<>();
    fields.put("subject", written.subject());
    fields.put(written.half(), written.body());
    fields.put("prospectId", to);
    fields.put("campaignId", campaign.map(UUID::toString).orElse(""));
    fields.put("templateId", written.template().map(UUID::toString).orElse(""));
    return edits.create(Entity.EMAIL_DRAFT, fields).row().id();
  }

  private void change(Doc seen, Written written, String to) {
    Map<String, String> changed = new HashMap<>();
    if (!seen.text("subject").orElse("").equals(written.subject())) {
      changed.put("subject", written.subject());
    }
    String half = written.plainText() ? "text" : "html";
    if (!seen.body(half).orElse("").equals(written.body())) {
      changed.put(written.half(), written.body());
    }
    if (!seen.text("prospectId").orElse("").equals(to)) {
      changed.put("prospectId", to);
    }
    if (!seen.uuid("templateId").equals(written.template())) {
      changed.put("templateId", written.template().map(UUID::toString).orElse(""));
    }
    if (!changed.isEmpty()) {
      edits.patch(seen, changed);
    }
  }

  private Optional<Doc> row(UUID draft) {
    return desk.store().row(new RowKey(Entity.EMAIL_DRAFT, draft));
  }
}
