package com.salescopilot.desktop.campaigns;

import com.salescopilot.model.campaign.CampaignStatus;
import com.salescopilot.model.campaign.EnrolmentStatus;
import com.salescopilot.model.mail.EmailStatus;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Which status wears which badge. The word says it; the colour only helps.
final class Badges {
  private static final List<String> MANNERS = List.of("good", "busy", "warn", "bad");

  private Badges() {}

  static String manner(CampaignStatus status) {
    return switch (status) {
      case DRAFT, ARCHIVED -> "";
      case ACTIVE -> "busy";
      case PAUSED -> "warn";
      case COMPLETED -> "good";
    };
  }

  static String manner(EnrolmentStatus status) {
    return switch (status) {
      case ACTIVE -> "busy";
      case PAUSED -> "warn";
      case REPLIED, COMPLETED -> "good";
      case FAILED, BOUNCED, UNSUBSCRIBED -> "bad";
      case EXCLUDED -> "";
    };
  }

  static String manner(EmailStatus status) {
    return switch (status) {
      case PENDING_SEND, SENDING -> "busy";
      case SENT -> "good";
      case FAILED, BOUNCED -> "bad";
      case UNCONFIRMED -> "warn";
      case CANCELLED -> "";
    };
  }

  /// Makes a label a badge.
  static void wear(Label label, String words, String manner) {
    label.setText(words);
    label.getStyleClass().removeAll(MANNERS);
    if (!label.getStyleClass().contains("badge")) {
      label.getStyleClass().add("badge");
    }
    if (!manner.isEmpty()) {
      label.getStyleClass().add(manner);
    }
  }

  /// A cell with a badge.
  static <R> TableCell<R, R> cell(Function<R, String> words, Function<R, String> manner) {
    return new TableCell<>() {
      private final Label badge = new Label();

      @Override
      protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
          setGraphic(null);
        } else {
          wear(badge, words.apply(row), manner.apply(row));
          setGraphic(badge);
        }
      }
    };
  }
}
