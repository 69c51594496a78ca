package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.mail.SuppressionSource;
import java.util.Optional;
import java.util.UUID;

/// Commands on the note that an address gets nothing more.
public sealed interface SuppressionCommand extends Command {

  /// The note.
  UUID suppression();

  @Override
  default RowKey target() {
    return new RowKey(Entity.SUPPRESSION, suppression());
  }

  /// The server notes an address of itself: its receiver opted out, or it does not exist.
  ///
  /// @param suppression derived from the address
  record Note(UUID suppression, String address, SuppressionSource source, Optional<String> reason)
      implements SuppressionCommand {
    @Override
    public String op() {
      return "suppression.note";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }

  /// Whoever has the address was erased: the note is kept, or made, by what the address leaves
  /// behind.
  ///
  /// @param suppression the note there is, or one derived from the address
  /// @param mark what is left of the address ([com.salescopilot.model.mail.ErasedAddress])
  record Erase(UUID suppression, String mark) implements SuppressionCommand {
    @Override
    public String op() {
      return "suppression.erase";
    }

    @Override
    public Issuer issuer() {
      return Issuer.SYSTEM;
    }
  }
}
