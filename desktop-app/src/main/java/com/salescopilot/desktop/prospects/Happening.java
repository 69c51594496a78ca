package com.salescopilot.desktop.prospects;

import com.salescopilot.model.entity.Doc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Something between this desk and a prospect, as their mails tell it.
///
/// @param mail the mail it is about
/// @param untold whether changes of the mail have not reached the server
record Happening(Kind kind, Instant at, Doc mail, boolean untold) {
  enum Kind {
    WAITS("fth-clock", ""),
    SENT("fth-send", "sign-sent"),
    OPENED("fth-eye", "sign-opened"),
    REPLIED("fth-corner-up-left", "sign-replied"),
    FAILED("fth-alert-triangle", "sign-bounced"),
    UNCONFIRMED("fth-help-circle", ""),
    CANCELLED("fth-x-circle", "");

    private final String icon;
    private final String colour;

    Kind(String icon, String colour) {
      this.icon = icon;
      this.colour = colour;
    }

    String icon() {
      return icon;
    }

    /// The style class of its sign; empty where it has no colour of its own.
    String colour() {
      return colour;
    }

    String key() {
      return "prospect.happening." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// All of it, the latest first.
  static List<Happening> of(List<Doc> mails, Set<UUID> waiting) {
    List<Happening> all = new ArrayList<>();
    for (Doc mail : mails) {
      boolean untold = waiting.contains(mail.id());
      Instant made = mail.instant("createdAt").orElse(Instant.EPOCH);
      mail.instant("sentAt").ifPresent(at -> all.add(new Happening(Kind.SENT, at, mail, untold)));
      mail.instant("openedAt")
          .ifPresent(at -> all.add(new Happening(Kind.OPENED, at, mail, untold)));
      mail.instant("repliedAt")
          .ifPresent(at -> all.add(new Happening(Kind.REPLIED, at, mail, untold)));
      switch (mail.text("status").orElse("")) {
        case "FAILED" -> all.add(new Happening(Kind.FAILED, made, mail, untold));
        case "UNCONFIRMED" -> all.add(new Happening(Kind.UNCONFIRMED, made, mail, untold));
        case "CANCELLED" -> all.add(new Happening(Kind.CANCELLED, made, mail, untold));
        case "SENT" -> {}
        default -> all.add(new Happening(Kind.WAITS, made, mail, untold));
      }
    }
    all.sort(Comparator.comparing(Happening::at).reversed());
    return all;
  }
}
