package com.salescopilot.desktop.prospects;

import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.model.sync.ProspectCommand;
import java.util.UUID;

/// Makes one prospect of two.
final class Merging {
  private Merging() {}

  /// @param goes whose blanks are filled in the other, and whose id stands for it from then on
  /// @param stays the one that is left
  static Edits.Done into(Edits edits, UUID goes, UUID stays) {
    return edits.submit(new ProspectCommand.Merge(goes, stays));
  }
}
