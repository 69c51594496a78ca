package com.salescopilot.desktop.synccentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.Toasts;
import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.synccentre.Card.Decision;
import com.salescopilot.desktop.synccentre.Card.Fact;
import com.salescopilot.desktop.synccentre.Card.Offer;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Load;
import com.salescopilot.desktop.ui.Texts;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyncCentreViewModelTest {
  @TempDir Path scratch;

  private final Toasts toasts = new Toasts();
  private final ReadOnlyObjectWrapper<SyncState> state =
      new ReadOnlyObjectWrapper<>(new SyncState.UpToDate(DeskFixture.NOW));
  private DeskFixture desk;
  private Troubles troubles;
  private SyncCentreViewModel model;

  @BeforeEach
  void open() {
    desk = DeskFixture.ofAda(scratch);
    troubles = new Troubles(desk);
    model =
        new SyncCentreViewModel(
            desk.desk(),
            desk.edits(),
            new Async(Runnable::run, Runnable::run),
            toasts,
            new Texts(Locale.ENGLISH),
            state.getReadOnlyProperty(),
            ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Card only() {
    model.refresh();
    assertThat(model.cards()).hasSize(1);
    return model.cards().getFirst();
  }

  private String row(UUID id, String field) {
    return desk.row(new RowKey(Entity.PROSPECT, id)).orElseThrow().text(field).orElse("");
  }

  @Test
  void where_nothing_waits_it_says_so_and_since_when() {
    model.refresh();
    assertThat(model.load().get()).isEqualTo(new Load.Empty(false));
    assertThat(model.sentence()).contains("know the same").contains("9:00");
  }

  @Test
  void each_change_is_told_in_words_with_its_row_and_the_place_where_that_stands() {
    var bo =
        desk.edits()
            .create(
                Entity.PROSPECT,
                Map.of("email", "bo@b.example", "firstName", "Bo", "lastName", "Berg"));
    var intro = desk.edits().create(Entity.TEMPLATE, Map.of("title", "Intro", "subject", "Hello"));
    model.refresh();
    assertThat(model.waiting())
        .extracting(WaitingChange::row, WaitingChange::what, WaitingChange::age)
        .containsExactly(
            tuple("Prospect Bo Berg", "Made", "just now"),
            tuple("Template Intro", "Made", "just now"));
    assertThat(model.waiting())
        .extracting(WaitingChange::place)
        .containsExactly(
            Optional.of(new Route.ProspectDetail(bo.row().id())),
            Optional.of(new Route.EditTemplate(intro.row().id())));
    assertThat(model.waiting()).noneMatch(WaitingChange::onItsWay);
  }

  @Test
  void a_patch_names_the_fields_and_a_deleted_row_has_no_place() {
    UUID bo = troubles.prospect("Bo", "Berg");
    desk.edits().patch(troubles.row(bo), Map.of("company", "Bright", "jobTitle", "CTO"));
    model.refresh();
    assertThat(model.waiting())
        .extracting(WaitingChange::what)
        .containsExactly("Changed Company, Job title");
    desk.edits().delete(troubles.row(bo));
    model.refresh();
    assertThat(model.waiting().getLast().place()).isEmpty();
    assertThat(model.waiting().getLast().what()).isEqualTo("Deleted");
  }

  @Test
  void a_clash_shows_both_values_and_mine_is_put_in_place_of_theirs() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "CEO", "CFO");
    Card card = only();
    assertThat(card.title()).isEqualTo("Job title of Bo Berg: two values");
    assertThat(card.facts()).containsExactly(new Fact("Yours", "CEO"), new Fact("Theirs", "CFO"));
    model.decide(card, Decision.USE_MINE);
    assertThat(row(bo, "jobTitle")).isEqualTo("CEO");
    assertThat(model.cards()).isEmpty();
  }

  @Test
  void a_clash_in_a_field_that_the_workspace_named_is_solved_in_that_field_alone() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "customFields.size", "12", "15");
    Card card = only();
    assertThat(card.title()).isEqualTo("size of Bo Berg: two values");
    model.decide(card, Decision.USE_MINE);
    assertThat(desk.row(new RowKey(Entity.PROSPECT, bo)).orElseThrow().get("customFields"))
        .hasToString("Optional[Fields[members={size=Text[text=12]}]]");
  }

  @Test
  void keeping_theirs_leaves_the_row_alone_and_ends_the_conflict() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.clash(bo, "jobTitle", "CEO", "CFO");
    model.decide(only(), Decision.KEEP_THEIRS);
    assertThat(row(bo, "jobTitle")).isEqualTo("CFO");
    assertThat(model.cards()).isEmpty();
    assertThat(toasts.log()).extracting(Toasts.Toast::text).containsExactly("Their value stays.");
  }

  @Test
  void my_value_for_a_row_that_is_gone_is_refused_and_the_conflict_stays() {
    UUID nobody = desk.desk().newId();
    troubles.clash(nobody, "jobTitle", "CEO", "CFO");
    Card card = only();
    model.decide(card, Decision.USE_MINE);
    assertThat(toasts.log()).extracting(Toasts.Toast::kind).containsExactly(Toasts.Kind.PROBLEM);
    assertThat(only()).isEqualTo(card);
  }

  @Test
  void a_refusal_says_what_was_wanted_and_why_it_was_not_done() {
    UUID bo = troubles.prospect("Bo", "Berg");
    troubles.refusal(bo, "Another prospect has this address.");
    Card card = only();
    assertThat(card.facts())
        .containsExactly(
            new Fact("You wanted", "Deleted"),
            new Fact("Reason", "Another prospect has this address."));
    model.decide(card, Decision.DISMISS);
    assertThat(model.cards()).isEmpty();
  }

  @Test
  void a_mail_in_doubt_shows_its_evidence_and_is_not_sent_again_before_ten_minutes() {
    troubles.doubt("Hello Bo", DeskFixture.NOW.minus(Duration.ofMinutes(2)));
    Card card = only();
    assertThat(card.facts())
        .extracting(Fact::value)
        .contains("bo@b.example", "<m1@desk.example>", "connection reset");
    assertThat(card.offers())
        .filteredOn(offer -> offer.decision() == Decision.SEND_AGAIN)
        .singleElement()
        .extracting(Offer::obstacle)
        .asString()
        .startsWith("An answer may still come until 9:08");
  }

  @Test
  void a_person_settles_a_doubt_either_way_or_sends_again() {
    Map<Decision, String> become =
        Map.of(
            Decision.ARRIVED, "SENT",
            Decision.NOT_ARRIVED, "FAILED",
            Decision.SEND_AGAIN, "PENDING_SEND");
    become.forEach(
        (decision, status) -> {
          UUID mail = troubles.doubt("Hello Bo", DeskFixture.NOW.minus(Duration.ofHours(1)));
          Card card = only();
          assertThat(card.offers()).extracting(Offer::obstacle).containsOnly("");
          model.decide(card, decision);
          assertThat(desk.row(new RowKey(Entity.EMAIL, mail)).orElseThrow().text("status"))
              .contains(status);
          assertThat(model.cards()).isEmpty();
        });
  }

  @Test
  void of_very_many_changes_the_first_are_shown_and_all_are_counted() {
    for (int i = 0; i < SyncCentreViewModel.MOST + 5; i++) {
      desk.edits().create(Entity.PROSPECT, Map.of("email", "p" + i + "@b.example"));
    }
    state.set(new SyncState.SignedOut(desk.desk().pending()));
    model.refresh();
    assertThat(model.waiting()).hasSize(SyncCentreViewModel.MOST);
    assertThat(model.totals().get().waiting()).isEqualTo(SyncCentreViewModel.MOST + 5);
  }

  @Test
  void the_state_is_explained_with_the_reason_that_the_connection_gave() {
    state.set(
        new SyncState.Offline(
            DeskFixture.NOW.minusSeconds(300), 3, "The server cannot be reached."));
    assertThat(model.sentence())
        .startsWith("The server cannot be reached. Since 8:55")
        .contains("kept on this machine");
    List.<SyncState>of(
            new SyncState.SignedOut(1),
            new SyncState.OfflineByChoice(1),
            new SyncState.Stopped(SyncState.Reason.CLIENT_OLDER, 1),
            new SyncState.Stopped(SyncState.Reason.SERVER_OLDER, 1),
            new SyncState.Stopped(SyncState.Reason.MEMBER_REMOVED, 1),
            new SyncState.Syncing(1, true),
            new SyncState.Syncing(1, false))
        .forEach(
            each -> {
              state.set(each);
              assertThat(model.sentence()).endsWith(".");
            });
  }
}
