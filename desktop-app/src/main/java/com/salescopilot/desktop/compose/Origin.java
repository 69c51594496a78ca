package com.salescopilot.desktop.compose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.model.ai.Hunk;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.score.Provenance;
import com.salescopilot.model.score.Scorer;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.sync.RowPatch;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Which suggestions were taken into one letter. Noted in its drafts, so that it is known wherever
/// the letter is gone on with, and leaves with the mail, together with its score:
/// `email.provenance`.
final class Origin {
  private static final int MOST = 30;
  private static final int LONGEST = 200;

  private final Desk desk;
  private final Edits edits;
  private final Letters letters;
  private final SortedMap<String, Value> taken = new TreeMap<>();

  /// @param begun the draft that is gone on with
  Origin(Desk desk, Edits edits, Letters letters, Optional<Doc> begun) {
    this.desk = desk;
    this.edits = edits;
    this.letters = letters;
    begun.ifPresent(draft -> taken.putAll(noted(draft)));
  }

  private static SortedMap<String, Value> noted(Doc draft) {
    return draft.get(Provenance.FIELD).orElse(Value.Fields.none()) instanceof Value.Fields notes
        ? notes.members()
        : new TreeMap<>();
  }

  /// Notes a change that was taken. Keeps nothing yet: the letter is kept soon, as it is another.
  synchronized void took(Suggested.Maker maker, Hunk hunk) {
    if (taken.size() >= MOST) {
      return;
    }
    SortedMap<String, Value> entry = new TreeMap<>();
    entry.put("requestId", Value.text(maker.request().toString()));
    entry.put("kind", Value.text(maker.kind().name()));
    entry.put("engine", Value.text(maker.isHere() ? "builtin" : maker.engine()));
    entry.put("promptVersion", Value.text(maker.version()));
    entry.put("from", Value.whole(hunk.from()));
    entry.put("to", Value.whole(hunk.to()));
    entry.put("text", Value.text(cut(hunk.text())));
    entry.put("reason", Value.text(cut(hunk.reason())));
    taken.put("%s/%02d".formatted(maker.request(), taken.size()), new Value.Fields(entry));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }

  /// Notes what is known in the drafts of the letter.
  synchronized void keep(List<UUID> drafts) {
    if (!taken.isEmpty()) {
      drafts.forEach(id -> row(id).ifPresent(this::keep));
    }
  }

  private void keep(Doc draft) {
    SortedMap<String, Value> fresh = new TreeMap<>(taken);
    fresh.keySet().removeAll(noted(draft).keySet());
    if (!fresh.isEmpty()) {
      ObjectNode set = JsonNodeFactory.instance.objectNode();
      set.set(Provenance.FIELD, ValueJson.write(new Value.Fields(fresh)));
      edits.submit(RowPatch.of(draft, set));
    }
  }

  /// The mail with how it was written, where suggestions had a part in it.
  EmailCommand.Send in(EmailCommand.Send send, UUID draft) {
    Optional<Doc> reader =
        send.prospectId().flatMap(id -> desk.store().row(new RowKey(Entity.PROSPECT, id)));
    return row(draft)
        .flatMap(
            row ->
                Provenance.of(
                    row,
                    () ->
                        new Scorer()
                            .score(letters.judged(row, reader), new WorkspaceRules(desk).score())))
        .map(send::from)
        .orElse(send);
  }

  private Optional<Doc> row(UUID draft) {
    return desk.store().row(new RowKey(Entity.EMAIL_DRAFT, draft));
  }
}
