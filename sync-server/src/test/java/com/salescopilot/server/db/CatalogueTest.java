package com.salescopilot.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CatalogueTest {

  @RegisterExtension static final TestDatabase db = new TestDatabase();

  @Test
  void the_migrated_schema_keeps_workspaces_apart() {
    assertThat(Catalogue.problems(db.login())).isEmpty();
  }
}
