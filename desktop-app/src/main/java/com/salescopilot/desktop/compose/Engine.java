package com.salescopilot.desktop.compose;

import com.salescopilot.model.ai.Goal;
import com.salescopilot.model.entity.Doc;
import java.util.Optional;

/// Who makes suggestions. Called off the screen's thread; always has an answer.
interface Engine {
  /// What is asked.
  ///
  /// @param goal what the letter shall become; empty: a letter for this one reader
  /// @param reader whom it is shown for, as far as there is somebody
  record Question(Optional<Goal> goal, String subject, String text, Optional<Doc> reader) {}

  Suggested ask(Question question);
}
