package com.salescopilot.desktop.campaigns;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.editor.LetterReader;
import com.salescopilot.desktop.store.ListQuery;
import com.salescopilot.desktop.store.Relation;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.letter.Sender;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads the steps of a campaign and what lies around them.
final class StepsReading {
  private static final int READERS = 50;

  private final Desk desk;
  private final Outlooks outlooks;
  private final Texts texts;

  StepsReading(Desk desk, Outlooks outlooks, Texts texts) {
    this.desk = desk;
    this.outlooks = outlooks;
    this.texts = texts;
  }

  /// What was found.
  ///
  /// @param campaign empty if it is not here
  /// @param people some of its audience; some of all if it has none
  /// @param companies what is known of where these people work, by their ids
  /// @param reached the last step that somebody has had
  record Found(
      Optional<Doc> campaign,
      List<StepRow> rows,
      List<Doc> people,
      Map<UUID, Doc> companies,
      List<Doc> templates,
      LetterReader reader,
      int reached) {
    static final Found NOTHING =
        new Found(
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            LetterReader.of(new Sender("", "", ""), List.of(), new Texts(Locale.ENGLISH)),
            0);
  }

  Found read(UUID campaign) {
    SqliteStore store = desk.store();
    List<Doc> enrolled = store.related(Relation.ENROLMENTS_OF_CAMPAIGN, campaign);
    List<Doc> people = people(store, enrolled);
    return new Found(
        store.row(new RowKey(Entity.CAMPAIGN, campaign)),
        StepRow.all(store, campaign, store.related(Relation.STEPS_OF_CAMPAIGN, campaign)),
        people,
        outlooks.companies(people),
        first(store, Entity.TEMPLATE, ListQuery.of("").by("title", ListQuery.Sorting.UP), 500),
        LetterReader.of(outlooks.sender(), store.customKeys(), texts),
        (int) enrolled.stream().mapToLong(row -> row.whole("currentStep")).max().orElse(0));
  }

  private static List<Doc> people(SqliteStore store, List<Doc> enrolled) {
    Map<UUID, Doc> found =
        Outlooks.people(store, enrolled.subList(0, Math.min(READERS, enrolled.size())));
    List<Doc> audience =
        enrolled.stream()
            .flatMap(
                row ->
                    row
                        .uuid("prospectId")
                        .flatMap(who -> Optional.ofNullable(found.get(who)))
                        .stream())
            .limit(READERS)
            .toList();
    return audience.isEmpty() ? first(store, Entity.PROSPECT, ListQuery.of(""), 3) : audience;
  }

  private static List<Doc> first(SqliteStore store, Entity entity, ListQuery query, int most) {
    long[] keys = store.keys(entity, query);
    long[] some = Arrays.copyOf(keys, Math.min(most, keys.length));
    Map<Long, Doc> rows = store.rows(entity, some);
    return Arrays.stream(some).mapToObj(rows::get).flatMap(Stream::ofNullable).toList();
  }
}
