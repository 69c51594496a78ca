package com.salescopilot.model.sync;

/// What makes a row unique among its kind besides its id.
public sealed interface NaturalKey {

  /// A prospect's address in the form that is compared (`Address.key()`).
  record ProspectEmail(String key) implements NaturalKey {}
}
