package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.sync.SyncState;
import com.salescopilot.desktop.ui.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// The state of sync in the words of the status bar.
///
/// @param icon the name of a Feather icon
/// @param text what people read
/// @param mood the style class that goes with it
public record SyncWords(String icon, String text, String mood) {

  /// The words for a state.
  ///
  /// @param problems what needs a decision of this person: conflicts, mails in doubt
  public static SyncWords of(SyncState state, long problems, Texts texts, ZoneId zone) {
    long waiting = state.waiting();
    if (state instanceof SyncState.SignedOut) {
      return new SyncWords("fth-log-in", words(texts, "sync.signedOut", waiting), "attention");
    }
    if (problems > 0) {
      return new SyncWords(
          "fth-alert-circle", texts.get(SyncWords.class, "sync.attention", problems), "attention");
    }
    return switch (state) {
      case SyncState.SignedOut _ ->
          new SyncWords("fth-log-in", words(texts, "sync.signedOut", waiting), "attention");
      case SyncState.OfflineByChoice _ ->
          new SyncWords("fth-wifi-off", words(texts, "sync.byChoice", waiting), "offline");
      case SyncState.Offline _ ->
          new SyncWords("fth-cloud-off", words(texts, "sync.offline", waiting), "offline");
      case SyncState.Stopped(SyncState.Reason reason, long _) ->
          new SyncWords(
              "fth-alert-octagon",
              texts.get(SyncWords.class, "sync.stopped." + reason.name()),
              "attention");
      case SyncState.Syncing(long _, boolean first) ->
          first
              ? new SyncWords(
                  "fth-download-cloud", texts.get(SyncWords.class, "sync.first"), "busy")
              : new SyncWords("fth-refresh-cw", words(texts, "sync.syncing", waiting), "busy");
      case SyncState.UpToDate(var at) ->
          new SyncWords(
              "fth-check-circle",
              texts.get(
                  SyncWords.class,
                  "sync.upToDate",
                  DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                      .withLocale(texts.locale())
                      .format(at.atZone(zone))),
              "calm");
    };
  }

  private static String words(Texts texts, String key, long waiting) {
    return texts.get(SyncWords.class, key, waiting);
  }
}
