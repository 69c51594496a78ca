package com.salescopilot.server.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.server.TestApi;
import com.salescopilot.server.TestApi.Reply;
import com.salescopilot.server.audit.Trail;
import com.salescopilot.server.db.Scope;
import com.salescopilot.server.db.TestDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SuppressionRoutesTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final TestApi api =
      new TestApi(db, Clock.systemUTC(), List.of(new SuppressionHook(Clock.systemUTC())));

  private final Scope scope = db.newWorkspace();
  private final TestApi.Client ana = api.as(scope);

  @Test
  void an_address_is_added_once_found_and_lifted_by_an_admin_alone() {
    Reply made = ana.post("/suppressions", "{\"address\":\"Bo@b.example\",\"reason\":\"asked\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("source")).isEqualTo("PERSON");
    Reply again = ana.post("/suppressions", "{\"address\":\"bo@B.example\"}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.at("id")).isEqualTo(made.at("id"));
    assertThat(ana.get("/suppressions?address=BO@b.example").json().path("total").asInt())
        .isEqualTo(1);
    String row = "/suppressions/" + made.at("id");
    assertThat(ana.delete(row).status()).isEqualTo(403);
    assertThat(api.asAdmin(scope).delete(row).status()).isEqualTo(204);
    assertThat(ana.get("/suppressions").json().path("total").asInt()).isZero();
    assertThat(new Trail(db.database()).in(scope))
        .as("the book says who did so, and not to whom")
        .containsExactly("SUPPRESSION_REMOVED " + made.at("id"));
    assertThat(ana.post("/suppressions", "{\"address\":\"bo@b.example\"}").status())
        .as("what was lifted can be added again")
        .isEqualTo(201);
  }

  @Test
  void a_letter_to_it_is_shown_as_withdrawn() {
    ana.post("/suppressions", "{\"address\":\"bo@b.example\"}");
    Reply sent =
        ana.post(
            "/emails/send",
            """
            {"to":"bo@b.example","subject":"S","bodyText":"T","idempotencyKey":"k"}\
            """);
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.at("status")).isEqualTo("CANCELLED");
    assertThat(sent.at("cancelReason")).isEqualTo("SUPPRESSED");
  }
}
