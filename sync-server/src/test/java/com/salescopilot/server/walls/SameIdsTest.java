package com.salescopilot.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.model.id.DerivedId;
import com.salescopilot.server.LiveServer;
import com.salescopilot.server.db.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Ids are made by clients, so somebody who knows another workspace's ids can have rows of their
/// own under them. Each workspace must still hear of its own mails alone.
final class SameIdsTest {
  @Order(1)
  @RegisterExtension
  static final TestDatabase db = new TestDatabase();

  @Order(2)
  @RegisterExtension
  static final LiveServer server = new LiveServer(db);

  @Order(3)
  @RegisterExtension
  static final Walls walls = new Walls(db, server);

  private final Tenant ana = walls.ana();
  private final Tenant spy = walls.bo();

  @Test
  void a_mail_from_a_draft_with_a_known_id_is_not_the_other_workspaces_mail() {
    String draft = ana.id("sentDraft");
    push(PushSamples.row("create", "email_draft", draft) + ",\"fields\":{\"subject\":\"S\"}");
    assertThat(spy.get("/emails/drafts/" + draft).status()).isEqualTo(200);
    for (Tenant sender : List.of(spy, ana)) {
      UUID id = DerivedId.email(sender.userId(), UUID.fromString(draft), 1);
      push(
          PushSamples.row("email.send", "email", id.toString())
              + ",\"draftId\":\"%s\",\"generation\":1".formatted(draft)
              + ",\"to\":\"spy@b.example\",\"subject\":\"S\",\"body\":{\"text\":\"T\"}");
    }
    String sent =
        spy.made(
            "/emails/send",
            "{\"draftId\":\"%s\",\"to\":\"spy@b.example\",\"subject\":\"S\",\"bodyText\":\"T\",\"idempotencyKey\":\"k\"}"
                .formatted(draft));
    assertThat(sent).isNotEqualTo(ana.id("email"));
    assertThat(spy.get("/emails/" + ana.id("email")).status()).isEqualTo(404);
  }

  private void push(String members) {
    assertThat(spy.send(PushSamples.call(members)).status()).isEqualTo(200);
  }
}
