package com.salescopilot.model.campaign;

import com.fasterxml.jackson.databind.JsonNode;

/// What an answer means for those who work at the same company: a workspace's choice.
public enum CompanyStop {
  /// They get no further steps; so it is where nobody chose.
  ON,
  /// Their mails go on.
  OFF;

  /// The name of the choice in a workspace's policy.
  public static final String FIELD = "companyStop";

  /// What a workspace chose.
  ///
  /// @param policy of the workspace
  public static CompanyStop of(JsonNode policy) {
    return policy.path(FIELD).asBoolean(true) ? ON : OFF;
  }
}
