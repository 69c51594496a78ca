package com.salescopilot.desktop.campaigns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowJson;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.Change;
import java.util.UUID;

/// Steps as tests need them.
record Steps(DeskFixture desk) {
  static final String LETTER =
      "<p>Dear {{firstName | \"there\"}},</p><p>how does {{company}} close its month? Most teams"
          + " that we know still do it by hand. Would a list help you?</p><p>Best, Ada</p>"
          + "<p>No more mails: {{unsubscribeUrl}}</p>";

  UUID step(UUID campaign, int position, String variant, String subject, String html) {
    UUID id = desk.desk().newId();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("campaignId", campaign.toString())
        .put("position", position)
        .put("variant", variant)
        .put("bodyHtml", html);
    if (!subject.isEmpty()) {
      json.put("subject", subject);
    }
    desk.edits()
        .submit(
            new Change.Create(
                new RowKey(Entity.CAMPAIGN_STEP, id), RowJson.fields(Entity.CAMPAIGN_STEP, json)));
    return id;
  }

  /// A first mail in two wordings, and two that follow.
  void three(UUID campaign) {
    step(campaign, 1, "A", "A question about {{company}}", LETTER);
    step(campaign, 1, "B", "{{firstName}}, one question", LETTER);
    step(campaign, 2, "A", "", LETTER);
    step(campaign, 3, "A", "", LETTER);
  }
}
