package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.WorkspaceRules;
import com.salescopilot.desktop.remote.Suggestions;
import java.util.Optional;
import java.util.UUID;

/// The model that the server asks, where its operator names one and the workspace allows it.
record ServerNarrator(Desk desk, WorkspaceRules rules) implements Narrator {
  @Override
  public boolean isThere() {
    return rules.isNarrated();
  }

  @Override
  public Words tell(Written written, Optional<UUID> reader) {
    Suggestions.Letter letter =
        new Suggestions.Letter(
            desk.newId(), written.subject(), written.half(), written.body(), reader);
    Suggestions.Narrative told = desk.ask(server -> server.suggestions().narrate(letter));
    return new Words(told.text(), told.engine());
  }
}
