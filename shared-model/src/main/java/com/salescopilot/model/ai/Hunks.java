package com.salescopilot.model.ai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Changes of a text: in order, and none upon another.
public final class Hunks {
  private Hunks() {}

  /// The text with all of them.
  ///
  /// @throws IllegalArgumentException if they are out of order or reach beyond the text
  public static String apply(String text, List<Hunk> hunks) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int at = 0;
    for (Hunk hunk : hunks) {
      if (hunk.from() < at || hunk.to() > text.length()) {
        throw new IllegalArgumentException("changes that overlap");
      }
      out.append(text, at, hunk.from()).append(hunk.text());
      at = hunk.to();
    }
    return out.append(text.substring(at)).toString();
  }

  /// A change as a difference of sentences.
  ///
  /// @param from the first that is replaced
  /// @param to the one after the last
  /// @param before what is replaced
  /// @param after what comes instead
  record Region(int from, int to, List<Sentence> before, List<Sentence> after) {
    Region {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    boolean inserts() {
      return before.stream().allMatch(Sentence::isGap);
    }
  }

  /// Where two texts differ, with those together that have nothing but blanks between them.
  static List<List<Region>> runs(String one, String other, Set<String> abbreviations) {
    List<List<Region>> runs = new ArrayList<>();
    int end = -1;
    for (Region region : regions(one, other, abbreviations)) {
      if (end < 0 || !one.substring(end, region.from()).isBlank()) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(region);
      end = region.to();
    }
    return runs;
  }

  /// Where two texts differ, sentence by sentence.
  static List<Region> regions(String one, String other, Set<String> abbreviations) {
    List<Sentence> before = Sentence.in(one, abbreviations);
    List<Sentence> after = Sentence.in(other, abbreviations);
    List<String> keys = before.stream().map(Sentence::key).toList();
    List<String> newKeys = after.stream().map(Sentence::key).toList();
    int[][] common = common(keys, newKeys);
    List<Region> regions = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      int fromI = i;
      int fromJ = j;
      while (!same(keys, i, newKeys, j) && (i < before.size() || j < after.size())) {
        if (j >= after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
          i++;
        } else {
          j++;
        }
      }
      if (i > fromI || j > fromJ) {
        int from = fromI < before.size() ? before.get(fromI).start() : one.length();
        int to = i > fromI ? before.get(i - 1).end() : from;
        regions.add(new Region(from, to, before.subList(fromI, i), after.subList(fromJ, j)));
      }
      while (i < before.size() && same(keys, i, newKeys, j)) {
        i++;
        j++;
      }
    }
    return regions;
  }

  private static boolean same(List<String> keys, int i, List<String> newKeys, int j) {
    return i < keys.size() && j < newKeys.size() && keys.get(i).equals(newKeys.get(j));
  }

  /// The length of the longest common run of sentences from each pair of places on.
  private static int[][] common(List<String> keys, List<String> newKeys) {
    int[][] common = new int[keys.size() + 1][newKeys.size() + 1];
    for (int i = keys.size() - 1; i >= 0; i--) {
      for (int j = newKeys.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(keys, i, newKeys, j)
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
