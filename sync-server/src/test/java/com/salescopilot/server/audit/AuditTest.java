package com.salescopilot.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.WorkspaceId;
import com.salescopilot.server.db.DbFailure;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who did what, and who may read it.
final class AuditTest {
  private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  private final Audit audit = new Audit();
  private final Trail trail = new Trail(db.database());
  private final Scope ana = db.newWorkspace();
  private final Scope bo = db.newWorkspace();

  private void write(Scope scope, Entry entry) {
    db.database()
        .inWorkspace(
            scope,
            tx -> {
              audit.write(tx, entry, NOW);
              return true;
            });
  }

  @Test
  void an_act_in_a_workspace_is_read_there_and_nowhere_else() {
    write(ana, Entry.of(Act.INVITED).in(ana.workspace()).by(ana.user()).with("role", "USER"));
    assertThat(trail.in(ana)).containsExactly("INVITED  {\"role\":\"USER\"}");
    assertThat(trail.in(bo)).isEmpty();
    assertThat(trail.own(ana)).isEmpty();
  }

  @Test
  void an_act_of_an_account_is_read_by_that_account_alone() {
    UUID session = UUID.randomUUID();
    write(ana, Entry.of(Act.LOG_OUT).by(ana.user()).during(session).to(session).from("192.0.2.7"));
    assertThat(trail.own(ana)).containsExactly("LOG_OUT " + session);
    assertThat(trail.own(bo)).isEmpty();
    assertThat(trail.own(new Scope(ana.workspace(), bo.user()))).isEmpty();
  }

  @Test
  void nobody_writes_into_the_book_of_another_workspace() {
    WorkspaceId foreign = bo.workspace();
    assertThatThrownBy(() -> write(ana, Entry.of(Act.INVITED).in(foreign).by(ana.user())))
        .isInstanceOf(DbFailure.class);
    assertThat(trail.in(bo)).isEmpty();
  }

  @Test
  void what_is_not_done_is_not_told() {
    UserId user = ana.user();
    assertThatThrownBy(
            () ->
                db.database()
                    .inWorkspace(
                        ana,
                        tx -> {
                          audit.write(tx, Entry.of(Act.LOG_OUT).by(user), NOW);
                          throw new IllegalStateException("thought better of it");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(trail.own(ana)).isEmpty();
  }
}
