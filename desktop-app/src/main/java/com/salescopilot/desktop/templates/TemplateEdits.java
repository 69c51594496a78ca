package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.model.stats.MailFacts;
import com.salescopilot.model.sync.Change;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// What templates' screens read and write. Off the screen's thread.
final class TemplateEdits {
  private final Desk desk;
  private final Edits edits;

  TemplateEdits(Desk desk, Edits edits) {
    this.desk = desk;
    this.edits = edits;
  }

  SqliteStore store() {
    return desk.store();
  }

  /// The templates that a search finds, favourites first, then those that bring most replies.
  List<TemplateRow> list(String search) {
    SqliteStore store = store();
    Set<UUID> favourites = new HashSet<>();
    all(Entity.TEMPLATE_FAVORITE, "")
        .forEach(mark -> mark.uuid("templateId").ifPresent(favourites::add));
    Set<UUID> waiting = store.waiting(Entity.TEMPLATE);
    Map<UUID, List<MailFacts>> mails = store.mailFactsOfTemplates();
    List<TemplateRow> rows = new ArrayList<>();
    for (Doc doc : all(Entity.TEMPLATE, search)) {
      rows.add(
          new TemplateRow(
              doc,
              MailCounts.of(mails.getOrDefault(doc.id(), List.of())),
              favourites.contains(doc.id()),
              waiting.contains(doc.id())));
    }
    rows.sort(TemplateRow.RANKED);
    return rows;
  }

  /// What each revision of a template brought; empty for one that is not here or was never used.
  List<RevisionRow> revisions(UUID template) {
    SqliteStore store = store();
    return store
        .row(new RowKey(Entity.TEMPLATE, template))
        .map(row -> RevisionRow.all(row.whole("revision"), store.mailFactsOfRevisions(template)))
        .orElse(List.of());
  }

  /// Marks a template as one's own favourite, or takes the mark away. The mark's id follows from
  /// what is marked, so that two machines make one row.
  Edits.Done toggleFavourite(TemplateRow row) {
    RowKey mark =
        new RowKey(Entity.TEMPLATE_FAVORITE, DerivedId.favourite(desk.account().user(), row.id()));
    return edits.submit(
        row.favourite()
            ? new Change.Delete(mark, OptionalLong.empty())
            : new Change.Create(
                mark, new TreeMap<>(Map.of("templateId", Value.text(row.id().toString())))));
  }

  Edits.Done create(TemplateText text) {
    return edits.create(Entity.TEMPLATE, text.changedSince(TemplateText.BLANK));
  }

  Edits.Done patch(Doc seen, Map<String, String> values) {
    return edits.patch(seen, values);
  }

  Edits.Done delete(Doc seen) {
    return edits.delete(seen);
  }

  Edits.Done takeBack(Change undo) {
    return edits.takeBack(undo);
  }

  private List<Doc> all(Entity entity, String search) {
    SqliteStore store = store();
    return List.copyOf(store.rows(entity, store.keys(entity, ListQuery.of(search))).values());
  }
}
