package com.salescopilot.model.sync;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.EntitySpec;
import com.salescopilot.model.entity.FieldSpec;
import com.salescopilot.model.mail.SuppressionSource;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;

/// What holds for rows of an entity before anybody wrote a field.
final class RowDefaults {
  private RowDefaults() {}

  static boolean creatable(Entity entity) {
    return switch (entity) {
      case PROSPECT,
          CAMPAIGN,
          CAMPAIGN_STEP,
          TEMPLATE,
          SUPPRESSION,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          TASK ->
          true;
      case PROSPECT_ALIAS, COMPANY_DATA, CAMPAIGN_PROSPECT, EMAIL, PROSPECT_IMPORT, CONFLICT ->
          false;
    };
  }

  static boolean deletable(Entity entity) {
    return switch (entity) {
      case PROSPECT,
          CAMPAIGN_STEP,
          TEMPLATE,
          SUPPRESSION,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          TASK,
          CONFLICT ->
          true;
      case PROSPECT_ALIAS, COMPANY_DATA, CAMPAIGN, CAMPAIGN_PROSPECT, EMAIL, PROSPECT_IMPORT ->
          false;
    };
  }

  /// Whether rows belong to their maker although the workspace sees them.
  static boolean owned(Entity entity) {
    return switch (entity) {
      case CAMPAIGN, CAMPAIGN_STEP, TEMPLATE, EMAIL -> true;
      case PROSPECT,
          PROSPECT_ALIAS,
          CAMPAIGN_PROSPECT,
          SUPPRESSION,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          COMPANY_DATA,
          TASK,
          PROSPECT_IMPORT,
          CONFLICT ->
          false;
    };
  }

  static Optional<FieldSpec> field(Entity entity, String name) {
    return EntitySpec.of(entity).field(name);
  }

  /// The row with its first server-made values.
  static Doc complete(Context context, Doc row) {
    Doc timed = row;
    for (String time : List.of("createdAt", "updatedAt")) {
      if (field(row.entity(), time).isPresent()) {
        timed = timed.with(time, context.stamp().editedAt());
      }
    }
    if (field(row.entity(), "userId").isPresent() && context.user().isPresent()) {
      timed = timed.with("userId", context.user().get().value());
    }
    return switch (row.entity()) {
      case PROSPECT -> withEmpty(timed, "customFields");
      case CAMPAIGN -> withEmpty(timed, "policy").with("status", CampaignStatus.DRAFT.name());
      case CAMPAIGN_STEP -> StepRules.complete(timed);
      case TEMPLATE -> timed.with("revision", 1).with("usedCount", 0);
      case SUPPRESSION -> timed.with("source", SuppressionSource.PERSON.name());
      case PROSPECT_ALIAS,
          COMPANY_DATA,
          CAMPAIGN_PROSPECT,
          EMAIL,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          TASK,
          PROSPECT_IMPORT,
          CONFLICT ->
          timed;
    };
  }

  private static Doc withEmpty(Doc row, String map) {
    return row.get(map).isPresent() ? row : row.with(map, Value.Fields.none());
  }
}
