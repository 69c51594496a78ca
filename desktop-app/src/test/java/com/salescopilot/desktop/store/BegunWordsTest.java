package com.salescopilot.desktop.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class BegunWordsTest {
  private static final Set<String> TRACES = Set.of("ann@m.example", "id-of-ann");

  @Test
  void what_is_about_them_goes() {
    assertThat(BegunWords.left("{\"prospectId\":\"id-of-ann\",\"note\":\"x\"}", TRACES)).isEmpty();
    assertThat(BegunWords.left("ann@m.example", TRACES)).isEmpty();
  }

  @Test
  void of_a_list_they_alone_go() {
    assertThat(
            BegunWords.left(
                "{\"people\":[{\"email\":\"Ann@M.example\"},{\"email\":\"bo@m.example\"}],"
                    + "\"ids\":[\"id-of-ann\",\"id-of-bo\"]}",
                TRACES))
        .contains("{\"people\":[{\"email\":\"bo@m.example\"}],\"ids\":[\"id-of-bo\"]}");
  }

  @Test
  void words_that_mention_them_stay_as_they_are() {
    String text = "{ \"content\": \"Ask ann@m.example or joann@m.example\" }";
    assertThat(BegunWords.left(text, TRACES)).contains(text);
    assertThat(BegunWords.left("Hello ann@m.example", TRACES)).contains("Hello ann@m.example");
  }
}
