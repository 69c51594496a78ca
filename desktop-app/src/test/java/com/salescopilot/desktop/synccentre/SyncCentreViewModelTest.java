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
  void a_change_says_field_by_field_what_stood_there_and_what_stands_there_now() {
    UUID bo = troubles.prospect("Bo", "Berg");
    desk.arrived(List.of(troubles.row(bo).with("company", "Bright")));
    desk.edits().patch(troubles.row(bo), Map.of("company", "Harbour", "jobTitle", "CTO"));
    model.refresh();
    assertThat(model.waiting().getFirst().lines())
        .containsExactly(
            new WaitingChange.Line("Company", "Bright", "Harbour"),
            new WaitingChange.Line("Job title", "(nothing)", "CTO"));
  }

  @Test
  void a_change_is_discarded_and_that_is_undone() {
    UUID bo = troubles.prospect("Bo", "Berg");
    desk.edits().patch(troubles.row(bo), Map.of("company", "Harbour"));
    model.refresh();
    model.discard(model.waiting().getFirst());
    assertThat(troubles.row(bo).text("company")).isEmpty();
    assertThat(model.waiting()).isEmpty();
    assertThat(toasts.log().getFirst().text())
        .isEqualTo("Discarded: Prospect Bo Berg: Changed Company");
    assertThat(toasts.undo()).isEmpty();
    assertThat(troubles.row(bo).text("company")).contains("Harbour");
    assertThat(desk.desk().pending()).isEqualTo(1);
  }

  @Test
  void what_a_later_change_builds_on_is_not_discarded_and_it_says_which_one() {
    var made = desk.edits().create(Entity.PROSPECT, Map.of("email", "bo@b.example"));
    String bo = made.row().id().toString();
    desk.edits().create(Entity.EMAIL_DRAFT, Map.of("prospectId", bo, "subject", "Hello"));
    model.refresh();
    WaitingChange first = model.waiting().getFirst();
    assertThat(first.obstacle()).contains("Discard that first").contains("Hello");
    model.discard(first);
    assertThat(toasts.log().getFirst().kind()).isEqualTo(Toasts.Kind.PROBLEM);
    assertThat(model.waiting()).hasSize(2);
    assertThat(model.waiting().getLast().obstacle()).isEmpty();
  }

  @Test
  void a_held_mail_says_why_and_is_released_or_not_sent() {
    Map<Decision, String> become =
        Map.of(Decision.RELEASE, "PENDING_SEND", Decision.CANCEL, "CANCELLED");
    become.forEach(
        (decision, status) -> {
          UUID mail = troubles.held("Hello Bo", "RESTORED");
          Card card = only();
          assertThat(card.sentence()).contains("restored from a backup");
          model.decide(card, decision);
          assertThat(desk.row(new RowKey(Entity.EMAIL, mail)).orElseThrow().text("status"))
              .contains(status);
          assertThat(model.cards()).isEmpty();
          assertThat(toasts.undo()).as("no way back, and no step before").isPresent();
        });
    troubles.held("Hello Cy", "STALE");
    assertThat(only().sentence()).contains("more than a day");
  }

  @Test
  void what_was_done_is_listed_and_each_step_taken_back_where_there_is_a_way() {
    UUID bo = troubles.prospect("Bo", "Berg");
    desk.edits().patch(troubles.row(bo), Map.of("company", "Harbour"));
    model.refresh();
    model.discard(model.waiting().getFirst());
    toasts.doneForGood("Merged.");
    assertThat(model.steps())
        .extracting(step -> step.action().isPresent())
        .containsExactly(false, true);
    model.takeBack(model.steps().getLast());
    assertThat(troubles.row(bo).text("company")).contains("Harbour");
    assertThat(model.steps()).hasSize(1);
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
