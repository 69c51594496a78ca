package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import java.util.Optional;
import java.util.UUID;

/// What makes a row unique among its kind besides its id.
public sealed interface NaturalKey {

  /// A prospect's address in the form that is compared (`Address.key()`).
  record ProspectEmail(String key) implements NaturalKey {}

  /// A place in a campaign's sequence.
  record Step(UUID campaign, int position, String variant) implements NaturalKey {}

  /// An address that gets nothing more, in the form that is compared.
  record Suppressed(String key) implements NaturalKey {}

  /// The key that a row holds; empty where its id alone makes it unique.
  static Optional<NaturalKey> of(Doc row) {
    return switch (row.entity()) {
      case PROSPECT -> row.text("email").flatMap(ProspectRules::key).map(ProspectEmail::new);
      case CAMPAIGN_STEP ->
          row.uuid("campaignId")
              .map(
                  campaign ->
                      new Step(
                          campaign,
                          (int) row.whole("position"),
                          row.text("variant").orElse(StepRules.FIRST_VARIANT)));
      case SUPPRESSION -> row.text("address").flatMap(ProspectRules::key).map(Suppressed::new);
      case PROSPECT_ALIAS,
          COMPANY_DATA,
          CAMPAIGN,
          CAMPAIGN_PROSPECT,
          TEMPLATE,
          EMAIL,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          TASK,
          PROSPECT_IMPORT,
          CONFLICT ->
          Optional.empty();
    };
  }
}
