package com.salescopilot.desktop.templates;

import com.salescopilot.model.stats.MailCounts;
import com.salescopilot.model.stats.MailFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the mails brought that were made from one revision of a template.
///
/// @param revision one more for each change of what is sent; 0: nobody noted which it was
/// @param current whether the template stands so now
record RevisionRow(long revision, boolean current, MailCounts mails) {

  /// One for each revision that was used and for the current one, the newest first; none where
  /// nothing was ever used.
  static List<RevisionRow> all(long current, Map<Long, List<MailFacts>> mails) {
    if (mails.isEmpty()) {
      return List.of();
    }
    Map<Long, List<MailFacts>> all = new TreeMap<>(Comparator.reverseOrder());
    all.put(current, List.of());
    all.putAll(mails);
    return all.entrySet().stream()
        .map(
            each ->
                new RevisionRow(
                    each.getKey(), each.getKey() == current, MailCounts.of(each.getValue())))
        .toList();
  }
}
