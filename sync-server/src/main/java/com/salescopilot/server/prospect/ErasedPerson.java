package com.salescopilot.server.prospect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Somebody who is being erased, and where they are spoken of.
///
/// @param people their ids: the one they have and those that were merged into it
/// @param keys the addresses that they have or had, in the form in which addresses are compared,
///   without those that are somebody else's now
/// @param mails to them
/// @param rows all other rows about them, people's own ones among them
/// @param words by which a text is known to speak of them
record ErasedPerson(
    List<UUID> people, List<String> keys, List<UUID> mails, List<UUID> rows, Set<String> words) {

  static ErasedPerson of(
      List<UUID> people,
      List<String> keys,
      List<String> addresses,
      List<UUID> mails,
      List<UUID> rows) {
    Set<String> words = new LinkedHashSet<>(keys);
    addresses.forEach(address -> words.add(address.toLowerCase(Locale.ROOT)));
    people.forEach(id -> words.add(id.toString()));
    return new ErasedPerson(
        List.copyOf(people), List.copyOf(keys), List.copyOf(mails), List.copyOf(rows), words);
  }

  /// With further rows about them.
  ErasedPerson and(List<UUID> more) {
    List<UUID> all = new ArrayList<>(rows);
    all.addAll(more);
    return new ErasedPerson(people, keys, mails, List.copyOf(all), words);
  }

  /// Every row that is about them.
  List<UUID> everything() {
    List<UUID> all = new ArrayList<>(people);
    all.addAll(mails);
    all.addAll(rows);
    return all;
  }

  static List<String> names(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }
}
