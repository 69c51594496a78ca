package com.salescopilot.model.letter;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.template.FieldCatalogue;
import com.salescopilot.model.template.FieldValues;
import com.salescopilot.model.template.PickSeed;
import com.salescopilot.model.template.TemplateError;
import com.salescopilot.model.value.CanonicalJson;
import com.salescopilot.model.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A draft made out to one prospect: merge fields replaced, or the reasons why that cannot be done.
/// Nothing is ever left blank in silence.
public sealed interface Letter {
  /// Stands for the reader's own way out: only the server can sign that link, which takes this
  /// one's place when the mail leaves.
  String WAY_OUT = "https://way-out.invalid/u";

  /// It can leave.
  ///
  /// @param body `{html, text}` without merge fields
  record Ready(String subject, Value.Fields body) implements Letter {}

  /// It cannot leave as it is.
  ///
  /// @param problems at least one, each a sentence
  record Unfinished(List<TemplateError> problems) implements Letter {
    public Unfinished {
      problems = List.copyOf(problems);
    }
  }

  /// Makes a draft out to a prospect.
  ///
  /// @param company what the workspace knows of where they work
  /// @param customKeys the keys of custom fields that the workspace uses; another one is a mistake
  static Letter of(
      Doc draft,
      Doc prospect,
      Optional<Doc> company,
      Sender sender,
      Collection<String> customKeys) {
    return LetterSource.of(draft, new FieldCatalogue(customKeys))
        .to(values(prospect, sender, company), seed(draft, prospect));
  }

  /// What chance in a letter goes by: its reader, and the template that it came from. Never the
  /// draft, as each reader of one letter gets a draft of their own in the end.
  static PickSeed seed(Doc draft, Doc prospect) {
    return draft
        .uuid("templateId")
        .map(template -> new PickSeed(prospect.id(), template))
        .orElseGet(() -> PickSeed.to(prospect.id()));
  }

  /// The one spelling of HTML that fields can be placed in safely: attributes in double quotes.
  static String canonical(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    return document.body().html();
  }

  /// What merge fields stand for in a letter to a prospect of whose company nothing is known.
  static FieldValues values(Doc prospect, Sender sender) {
    return values(prospect, sender, Optional.empty());
  }

  /// What merge fields stand for in a letter to this prospect.
  ///
  /// @param company what the workspace knows of where they work
  static FieldValues values(Doc prospect, Sender sender, Optional<Doc> company) {
    Map<String, String> values = new HashMap<>();
    for (String field : List.of("firstName", "lastName", "email", "company", "jobTitle")) {
      prospect.text(field).ifPresent(text -> values.put(field, text));
    }
    Optional<Value> custom = prospect.get("customFields");
    if (custom.isPresent() && custom.get() instanceof Value.Fields own) {
      own.members().forEach((key, value) -> values.put(FieldCatalogue.CUSTOM + key, shown(value)));
    }
    for (String field : List.of("name", "industry", "size", "location")) {
      company
          .flatMap(row -> row.text(field))
          .ifPresent(text -> values.put("companyData." + field, text));
    }
    values.put("unsubscribeUrl", WAY_OUT);
    values.put("sender.firstName", sender.firstName());
    values.put("sender.lastName", sender.lastName());
    values.put("sender.email", sender.email());
    return new FieldValues(values);
  }

  private static String shown(Value value) {
    return value instanceof Value.Text(String text) ? text : CanonicalJson.of(value);
  }
}
