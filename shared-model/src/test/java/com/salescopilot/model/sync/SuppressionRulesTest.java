package com.salescopilot.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.DerivedId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.model.mail.SuppressionSource;
import com.salescopilot.model.value.Value;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SuppressionRulesTest {
  private final Office office = new Office();
  private final RowKey key =
      new RowKey(
          Entity.SUPPRESSION,
          DerivedId.suppression(new WorkspaceId(office.ids.next()), "bo@x.example"));

  @Test
  void anybody_notes_an_address_and_only_an_admin_lifts_it() {
    office.done(office.ben, noted("Bo@x.example"));
    Change lift = new Change.Delete(key, OptionalLong.of(0));
    assertThat(office.refused(office.ben, lift)).isEqualTo(RejectCode.FORBIDDEN);
    office.done(office.chris, lift);
    assertThat(office.rows.row(key)).isEmpty();
  }

  @Test
  void who_lifts_a_note_must_have_seen_it_as_it_is() {
    office.done(office.ben, noted("bo@x.example"));
    assertThat(office.refused(office.chris, new Change.Delete(key, OptionalLong.empty())))
        .isEqualTo(RejectCode.STATE);
    office.rows.rows.computeIfPresent(key, (_, row) -> row.at(7));
    assertThat(office.refused(office.chris, new Change.Delete(key, OptionalLong.of(6))))
        .isEqualTo(RejectCode.STATE);
    office.done(office.chris, new Change.Delete(key, OptionalLong.of(7)));
  }

  @Test
  void a_second_note_of_an_address_changes_the_row_so_that_a_remover_has_not_seen_it() {
    office.done(office.ben, noted("bo@x.example"));
    office.later(Office.NOW.plus(Duration.ofHours(1)));
    Result again = office.done(office.ana, noted("bo@x.example"));
    assertThat(again.outcome()).isInstanceOf(Outcome.Applied.class);
    assertThat(office.take(office.ana, noted("bo@x.example"))).isEqualTo(Result.noOp());
  }

  @Test
  void what_was_lifted_can_be_noted_again() {
    office.done(office.ben, noted("bo@x.example"));
    office.done(office.chris, new Change.Delete(key, OptionalLong.of(0)));
    office.done(office.ben, noted("bo@x.example"));
    assertThat(office.rows.row(key)).isPresent();
  }

  @Test
  void the_server_notes_an_address_once_under_whatever_id() {
    office.done(office.ben, noted("BO@x.example"));
    office.done(
        office.server,
        new SuppressionCommand.Note(
            office.ids.next(), "bo@x.example", SuppressionSource.BOUNCED, Optional.empty()));
    assertThat(office.rows.rows.values())
        .filteredOn(row -> row.entity() == Entity.SUPPRESSION)
        .hasSize(1);
    assertThat(
            office.refused(
                office.ana,
                new SuppressionCommand.Note(
                    key.id(), "bo@x.example", SuppressionSource.BOUNCED, Optional.empty())))
        .isEqualTo(RejectCode.FORBIDDEN);
  }

  @Test
  void a_letter_to_a_noted_address_is_born_withdrawn() {
    office.done(office.ben, noted("bo@x.example"));
    UUID id = DerivedId.emailForKey(office.ana.user(), "k");
    SortedMap<String, Value> body = Office.fields("text", "T");
    Result result =
        office.done(
            office.ana,
            new EmailCommand.Send(
                id,
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                "Bo@X.example",
                "S",
                new Value.Fields(body),
                Optional.of("k"),
                Optional.empty(),
                0));
    Doc mail = office.rows.get(Entity.EMAIL, id);
    assertThat(mail.text("status")).contains("CANCELLED");
    assertThat(mail.text("cancelReason")).contains("SUPPRESSED");
    assertThat(result.events()).isEmpty();
  }

  private Change noted(String address) {
    return new Change.Create(key, Office.fields("address", address));
  }
}
