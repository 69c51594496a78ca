package com.salescopilot.desktop.synccentre;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.store.SqliteStore;
import com.salescopilot.model.entity.RowKey;
import java.util.Optional;
import java.util.UUID;

/// Where a row is shown.
final class Places {
  private Places() {}

  static Optional<Route> of(RowKey key, SqliteStore store) {
    return switch (key.entity()) {
      case PROSPECT -> Optional.of(new Route.ProspectDetail(key.id()));
      case CAMPAIGN -> Optional.of(new Route.CampaignDetail(key.id()));
      case TEMPLATE -> Optional.of(new Route.EditTemplate(key.id()));
      case EMAIL_DRAFT -> Optional.of(Route.Compose.on(key.id()));
      case EMAIL -> field(key, "prospectId", store).map(Route.ProspectDetail::new);
      case CAMPAIGN_STEP, CAMPAIGN_PROSPECT ->
          field(key, "campaignId", store).map(Route.CampaignDetail::new);
      case PROSPECT_ALIAS -> field(key, "toId", store).map(Route.ProspectDetail::new);
      case TEMPLATE_FAVORITE -> field(key, "templateId", store).map(Route.EditTemplate::new);
      case TASK -> Optional.of(new Route.Tasks(field(key, "prospectId", store)));
      case SUPPRESSION, COMPANY_DATA, PROSPECT_IMPORT, CONFLICT -> Optional.empty();
    };
  }

  private static Optional<UUID> field(RowKey key, String name, SqliteStore store) {
    return store.row(key).flatMap(row -> row.uuid(name));
  }
}
