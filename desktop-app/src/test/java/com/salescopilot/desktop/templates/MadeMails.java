package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.harness.DeskFixture;
import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.mail.EmailStatus;
import com.salescopilot.model.mail.Tracking;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// Mails that were made from a template and have left, as the server tells of them.
final class MadeMails {
  private MadeMails() {}

  /// @param replied how many of them, the first ones, were opened and answered
  static void of(DeskFixture desk, UUID template, int sent, int replied) {
    of(desk, template, 1, sent, replied);
  }

  /// @param replied how many of them, the first ones, were opened and answered
  static void of(DeskFixture desk, UUID template, long revision, int sent, int replied) {
    List<Doc> mails = new ArrayList<>();
    for (int i = 0; i < sent; i++) {
      Doc mail =
          new Doc(Entity.EMAIL, desk.desk().newId(), 1, new TreeMap<>())
              .with("templateId", template)
              .with("templateRevision", revision)
              .with("status", EmailStatus.SENT.name())
              .with("tracking", Tracking.IDENTIFIED.name())
              .with("sentAt", DeskFixture.NOW);
      mails.add(
          i < replied
              ? mail.with("openedAt", DeskFixture.NOW).with("repliedAt", DeskFixture.NOW)
              : mail);
    }
    desk.arrived(mails);
  }
}
