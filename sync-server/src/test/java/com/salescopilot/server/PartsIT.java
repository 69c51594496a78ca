package com.salescopilot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.salescopilot.checks.Parts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Who gets the program learns what is in it.
final class PartsIT {
  private final Parts parts = new Parts(Path.of("target"), "sync-server");

  @Test
  void the_list_of_parts_names_every_jar_that_is_shipped_and_its_licence() throws Exception {
    assertThat(parts.shipped()).hasSizeGreaterThan(10);
    assertThat(parts.listed()).containsAll(parts.shipped().keySet());
    assertThat(parts.unlicensed()).isEmpty();
  }
}
