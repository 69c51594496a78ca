package com.salescopilot.server.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.model.campaign.CompanyStop;
import com.salescopilot.model.letter.Letter;
import com.salescopilot.model.mail.Company;
import com.salescopilot.model.schedule.Slot;
import com.salescopilot.model.template.TemplateError;
import com.salescopilot.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a campaign is rehearsed.
///
/// @param colleagues what an answer means for them
record Stage(Outlook outlook, StepLetters letters, CompanyStop colleagues) {
  /// So many mails are shown with what they say; there may be hundreds of thousands.
  private static final int READ = 5_000;

  /// Where somebody works, if an answer from there stops mails to the colleagues.
  Optional<String> company(UUID prospect) {
    return switch (colleagues) {
      case ON ->
          letters.person(prospect).flatMap(row -> row.text("email")).flatMap(Company::domain);
      case OFF -> Optional.empty();
    };
  }

  /// Adds what each mail says, or why it could not be made.
  ///
  /// @param shown the same slots, in the same order
  void read(List<Slot> slots, ArrayNode shown) {
    for (int i = 0; i < Math.min(slots.size(), READ); i++) {
      JsonNode one = shown.get(i);
      if (one instanceof ObjectNode json) {
        read(slots.get(i).step().orElseThrow(), json);
      }
    }
  }

  private void read(Slot.StepMail mail, ObjectNode json) {
    Optional<Letter> letter =
        letters.of(
            mail.campaignId(),
            mail.enrolmentId(),
            mail.prospectId(),
            mail.position(),
            Letter.WAY_OUT);
    if (letter.isEmpty()) {
      return;
    }
    switch (letter.get()) {
      case Letter.Ready(String subject, Value.Fields body) ->
          json.put("subject", subject)
              .put("bodyHtml", half(body, "html"))
              .put("bodyText", half(body, "text"));
      case Letter.Unfinished(List<TemplateError> problems) -> {
        ArrayNode all = json.putArray("problems");
        problems.forEach(problem -> all.add(problem.message()));
      }
    }
  }

  private static @Nullable String half(Value.Fields body, String name) {
    return body.members().get(name) instanceof Value.Text(String text) ? text : null;
  }
}
