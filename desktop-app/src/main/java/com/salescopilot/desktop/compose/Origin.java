package com.salescopilot.desktop.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.model.ai.Hunk;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.score.Score;
import com.salescopilot.model.score.Scorer;
import com.salescopilot.model.sync.EmailCommand;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import com.salescopilot.model.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Which suggestions were taken into one letter. Waits on this machine's disk beside the draft, and
/// leaves with the mail, together with its score: `email.provenance`.
final class Origin {
  private static final String KIND = "provenance";
  private static final int MOST = 30;
  private static final int LONGEST = 200;

  private final Desk desk;
  private final Letters letters;
  private final List<Value> taken = new ArrayList<>();

  /// @param begun the draft that is gone on with
  Origin(Desk desk, Letters letters, Optional<UUID> begun) {
    this.desk = desk;
    this.letters = letters;
    begun
        .flatMap(draft -> desk.store().localDraft(KIND, draft.toString()))
        .map(ValueJson::object)
        .ifPresent(
            kept -> {
              for (JsonNode each : kept.path("suggestions")) {
                ValueJson.read(each).ifPresent(taken::add);
              }
            });
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
    taken.add(new Value.Fields(entry));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }

  /// Keeps what is known beside the drafts of the letter.
  synchronized void keep(List<UUID> drafts) {
    if (!taken.isEmpty()) {
      SortedMap<String, Value> members = new TreeMap<>();
      members.put("suggestions", new Value.Items(List.copyOf(taken)));
      String body = CanonicalJson.of(new Value.Fields(members));
      drafts.forEach(draft -> desk.store().keepLocalDraft(KIND, draft.toString(), body));
    }
  }

  /// The mail with how it was written, where suggestions had a part in it.
  synchronized EmailCommand.Send in(EmailCommand.Send send, UUID draft) {
    Optional<Doc> row = desk.store().row(new RowKey(Entity.EMAIL_DRAFT, draft));
    if (taken.isEmpty() || row.isEmpty()) {
      return send;
    }
    Optional<Doc> reader =
        send.prospectId().flatMap(id -> desk.store().row(new RowKey(Entity.PROSPECT, id)));
    Score score =
        new Scorer().score(letters.judged(row.get(), reader), new ScoreRules(desk).known());
    SortedMap<String, Value> judged = new TreeMap<>();
    judged.put("score", Value.whole(score.score()));
    judged.put("model", Value.text(score.model()));
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("score", new Value.Fields(judged));
    members.put("suggestions", new Value.Items(List.copyOf(taken)));
    return send.from(new Value.Fields(members));
  }
}
