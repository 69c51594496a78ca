package com.salescopilot.model.tracking;

import java.util.regex.Pattern;

/// What kind of program made a request, by what it says of itself. Only the kind is ever kept.
///
/// A program counts as a person's if it says so in the way browsers and mail programs do; whatever
/// says something else is a machine, known or not. A user agent alone never proves a person.
public enum AgentKind {
  /// It says nothing.
  NONE,
  /// A crawler, previewer, scanner, monitor or library.
  MACHINE,
  /// A mail provider's fetch at delivery, before anybody has looked.
  PREFETCH,
  /// A proxy that fetches all pictures of all mails, read or not.
  PRIVACY_PROXY,
  /// A proxy that fetches a picture when a person opens the mail.
  IMAGE_PROXY,
  /// A browser or a mail program.
  PERSON;

  /// More than any real one needs; the rest of a longer one is not looked at.
  private static final int LONGEST = 1_024;

  private static final Pattern IMAGE_PROXIES = Pattern.compile("(?i)(image|mail) ?proxy");

  /// Gmail names two browsers at once, both of 2015.
  private static final Pattern DELIVERY = Pattern.compile("Chrome/42\\..* Edge/12\\.246\\b");

  /// What programs without a person call themselves, the libraries they are made of, and the
  /// address of an explanation that only they need.
  private static final Pattern MACHINE_WORDS =
      Pattern.compile(
          "(?i)bot(?!tle)|crawl|spider|slurp|scan(?!dinav)|scrap|archiv|fetch|preview|prerender"
              + "|monitor|check|probe|validat|\\btest|synthetic|headless|phantom|selenium|puppeteer|playwright|lighthouse|pagespeed|speed"
              + " insights|favicon|inspector|\\bagent|index"
              + "|https?:|www\\.|\\w@\\w|\\.(?:com|net|org|io|html)\\b|curl|wget|python|java/|okhttp|go-http|axios|\\bnode\\b|php|ruby|perl|libwww|http_?client|compatible;(?!"
              + " msie| ms-office)");

  /// Where a browser runs comes first, in brackets, then the engine that draws.
  private static final Pattern BROWSERS =
      Pattern.compile(
          "^Mozilla/[45]\\.0 \\((?:Windows|Macintosh|X11|iPhone|iPad|iPod|Linux|Android|Mobile"
              + "|PlayStation|compatible; MSIE|compatible; ms-office)[^)]*\\)"
              + ".*(?:AppleWebKit/|Gecko/).*"
              + "|^Mozilla/[45]\\.0 \\([^)]*(?:MSIE |Trident/|ms-office)[^)]*\\).*");

  private static final Pattern MAIL_PROGRAMS =
      Pattern.compile(
          "(?i)^(?:microsoft (?:office|outlook)|outlook-|thunderbird|airmail|spark/|yahoomobilemail"
              + "|lotus-notes|evolution|postbox|mailbird|emclient|opera/).*");

  /// Judges by the value of the header; an absent one is empty.
  public static AgentKind of(String userAgent) {
    String said = userAgent.strip();
    if (said.length() > LONGEST) {
      said = said.substring(0, LONGEST);
    }
    if (said.isEmpty()) {
      return NONE;
    }
    if (said.equals("Mozilla/5.0")) {
      return PRIVACY_PROXY;
    }
    if (IMAGE_PROXIES.matcher(said).find()) {
      return IMAGE_PROXY;
    }
    if (DELIVERY.matcher(said).find()) {
      return PREFETCH;
    }
    if (MACHINE_WORDS.matcher(said).find()) {
      return MACHINE;
    }
    boolean person = BROWSERS.matcher(said).matches() || MAIL_PROGRAMS.matcher(said).matches();
    return person ? PERSON : MACHINE;
  }
}
