package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.desktop.store.ListQuery.Sorting;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListsTest {
  @TempDir Path scratch;

  private SqliteStore store;

  @BeforeEach
  void open() {
    store = new StoreFixture(scratch.resolve("store")).open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private RowKey prospect(String first, String company) {
    RowKey key = StoreFixture.prospect();
    show(key, Map.of("firstName", first, "company", company, "email", first + "@x.example"));
    return key;
  }

  private void show(RowKey key, Map<String, String> fields) {
    boolean _ =
        store.write(
            tx -> {
              tx.show(key, Optional.of(StoreFixture.row(key, 1, fields)));
              return true;
            });
  }

  private List<String> names(ListQuery query) {
    long[] keys = store.keys(Entity.PROSPECT, query);
    Map<Long, Doc> rows = store.rows(Entity.PROSPECT, keys);
    return Arrays.stream(keys)
        .mapToObj(key -> Optional.ofNullable(rows.get(key)).flatMap(row -> row.text("firstName")))
        .map(Optional::orElseThrow)
        .toList();
  }

  @Test
  void a_list_is_in_the_order_of_its_words_of_age_or_of_a_field() {
    prospect("Émile", "Zeta");
    prospect("Dora", "acme");
    prospect("Frank", "Acme");
    assertThat(names(ListQuery.of(""))).containsExactly("Dora", "Émile", "Frank");
    assertThat(names(ListQuery.of("").newest())).containsExactly("Frank", "Dora", "Émile");
    assertThat(names(ListQuery.of("").by("company", Sorting.UP)))
        .containsExactly("Dora", "Frank", "Émile");
    assertThat(names(ListQuery.of("").by("company", Sorting.DOWN)))
        .containsExactly("Émile", "Dora", "Frank");
    assertThat(names(ListQuery.of("acm"))).containsExactly("Dora", "Frank");
  }

  @Test
  void the_keys_of_a_list_stay_good_while_its_rows_change_and_go() {
    RowKey first = prospect("Ann", "A");
    prospect("Ben", "B");
    long[] keys = store.keys(Entity.PROSPECT, ListQuery.of(""));
    show(first, Map.of("firstName", "Zoe"));
    assertThat(store.rows(Entity.PROSPECT, keys).get(keys[0]))
        .satisfies(row -> assertThat(row.text("firstName")).contains("Zoe"));
    boolean _ =
        store.write(
            tx -> {
              tx.show(first, Optional.empty());
              return true;
            });
    assertThat(store.rows(Entity.PROSPECT, keys)).containsOnlyKeys(keys[1]);
  }

  @Test
  void a_prospect_is_found_by_its_address_in_any_case() {
    RowKey ann = prospect("ann", "A");
    assertThat(store.prospectsWithEmail("ANN@x.example")).extracting(Doc::key).containsExactly(ann);
    assertThat(store.prospectsWithEmail("an@x.example")).isEmpty();
  }

  @Test
  void what_belongs_to_a_campaign_or_a_prospect_is_found() {
    UUID campaign = StoreFixture.id();
    UUID prospect = StoreFixture.id();
    Map<String, String> fields =
        Map.of("campaignId", campaign.toString(), "prospectId", prospect.toString());
    RowKey mail = new RowKey(Entity.EMAIL, StoreFixture.id());
    RowKey enrolment = new RowKey(Entity.CAMPAIGN_PROSPECT, StoreFixture.id());
    show(mail, fields);
    show(enrolment, fields);
    assertThat(related(Relation.MAILS_OF_CAMPAIGN, campaign)).containsExactly(mail);
    assertThat(related(Relation.MAILS_OF_PROSPECT, prospect)).containsExactly(mail);
    assertThat(related(Relation.ENROLMENTS_OF_CAMPAIGN, campaign)).containsExactly(enrolment);
    assertThat(related(Relation.ENROLMENTS_OF_PROSPECT, prospect)).containsExactly(enrolment);
    assertThat(related(Relation.MAILS_OF_PROSPECT, campaign)).isEmpty();
  }

  private List<RowKey> related(Relation relation, UUID to) {
    return store.related(relation, to).stream().map(Doc::key).toList();
  }

  @Test
  void a_change_is_told_after_its_commit_and_only_to_those_who_listen_to_its_kind()
      throws InterruptedException {
    List<String> told = new ArrayList<>();
    CountDownLatch heard = new CountDownLatch(1);
    try (Subscription _ = store.changes().on(Entity.CAMPAIGN, () -> told.add("campaign"));
        Subscription _ =
            store
                .changes()
                .on(
                    Entity.PROSPECT,
                    () -> {
                      told.addAll(names(ListQuery.of("")));
                      heard.countDown();
                    })) {
      prospect("Ann", "A");
      assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(told).containsExactly("Ann");
  }

  @Test
  void changes_within_a_moment_are_told_once_and_later_ones_again() {
    List<Runnable> moments = new ArrayList<>();
    List<String> told = new ArrayList<>();
    Changes changes = new Changes(moments::add);
    Subscription listening = changes.on(Entity.PROSPECT, () -> told.add("told"));
    changes.happened(Set.of(Entity.PROSPECT));
    changes.happened(Set.of(Entity.PROSPECT, Entity.EMAIL));
    assertThat(moments).hasSize(1);
    moments.removeFirst().run();
    assertThat(told).hasSize(1);
    changes.happened(Set.of());
    assertThat(moments).isEmpty();
    changes.happened(Set.of(Entity.PROSPECT));
    moments.removeFirst().run();
    listening.close();
    changes.happened(Set.of(Entity.PROSPECT));
    moments.removeFirst().run();
    assertThat(told).hasSize(2);
  }
}
