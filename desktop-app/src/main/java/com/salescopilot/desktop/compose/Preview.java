package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.editor.Document;
import java.util.List;

/// What one of the people would read.
sealed interface Preview {
  /// Nobody is chosen, so nobody reads anything.
  record Nobody() implements Preview {}

  /// The letter, made out.
  ///
  /// @param place which of them this is, from 1 on
  record Finished(String name, int place, int of, String subject, Document letter)
      implements Preview {}

  /// The letter cannot be made out to this one.
  ///
  /// @param problems a sentence each
  record Incomplete(String name, int place, int of, List<String> problems) implements Preview {
    public Incomplete {
      problems = List.copyOf(problems);
    }
  }
}
