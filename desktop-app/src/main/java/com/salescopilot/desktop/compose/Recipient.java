package com.salescopilot.desktop.compose;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.mail.Address;

/// Somebody a letter is for, as far as that is known.
sealed interface Recipient {
  /// What stands on the chip.
  String label();

  /// A prospect of the workspace.
  record Known(Doc prospect) implements Recipient {
    @Override
    public String label() {
      String name =
          (prospect.text("firstName").orElse("") + " " + prospect.text("lastName").orElse(""))
              .strip();
      return name.isEmpty() ? address() : name;
    }

    String address() {
      return prospect.text("email").orElse("");
    }
  }

  /// An address that no prospect has.
  record Unknown(String address) implements Recipient {
    @Override
    public String label() {
      return address;
    }
  }

  /// No address at all.
  ///
  /// @param why the end of a sentence
  record Bad(String label, String why) implements Recipient {}

  /// Somebody who was typed and is no prospect.
  static Recipient typed(String text) {
    return switch (Address.parse(text)) {
      case Address.Accepted accepted -> new Unknown(accepted.address().toString());
      case Address.Refused refused -> new Bad(text, refused.clause());
    };
  }
}
