package com.salescopilot.desktop.store;

import com.salescopilot.model.entity.Entity;

/// How rows are found by another row's id. Each is carried by an index.
public enum Relation {
  MAILS_OF_DRAFT(Entity.EMAIL),
  MAILS_OF_PROSPECT(Entity.EMAIL),
  MAILS_OF_CAMPAIGN(Entity.EMAIL),
  STEPS_OF_CAMPAIGN(Entity.CAMPAIGN_STEP),
  ENROLMENTS_OF_CAMPAIGN(Entity.CAMPAIGN_PROSPECT),
  ENROLMENTS_OF_PROSPECT(Entity.CAMPAIGN_PROSPECT),
  TASKS_OF_PROSPECT(Entity.TASK),
  PORTIONS_OF_IMPORT(Entity.PROSPECT_IMPORT);

  private final Entity found;

  Relation(Entity found) {
    this.found = found;
  }

  /// The kind of the rows that are found.
  public Entity found() {
    return found;
  }
}
