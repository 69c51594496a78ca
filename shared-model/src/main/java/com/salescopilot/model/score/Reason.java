package com.salescopilot.model.score;

/// What a check found, in words.
///
/// `%s` stands for the value that was measured.
public enum Reason {
  NO_TEXT("There is no text yet.", "Write the first sentence."),
  LEN_GOOD("%s words: as long as mails that are answered.", ""),
  LEN_SHORT(
      "%s words: too few to say why you write.",
      "Say in one sentence why you write to this reader."),
  LEN_LONG(
      "%s words: long mails are answered less often.",
      "Cut until one reason and one question are left."),
  READ_GOOD("Easy to read (%s).", ""),
  READ_HARD("Hard to read (%s).", "Use shorter sentences and shorter words."),
  ASK_GOOD("%s question(s): the reader knows what to answer.", ""),
  ASK_NONE("No question: there is nothing to answer.", "End with one question."),
  ASK_MANY("%s questions: the reader has to choose one.", "Keep the question that matters most."),
  CTA_INTEREST("It asks for interest, which is easy to give.", ""),
  CTA_RESOURCE(
      "It offers something to read or see.",
      "Ask whether it is of interest before you offer more."),
  CTA_TIME(
      "It asks for the reader's time.", "Ask for interest first, for a time when there is some."),
  CTA_QUESTION("The last question is no clear next step.", "Ask whether the reader is interested."),
  CTA_NONE("It asks for nothing.", "Ask whether the reader is interested."),
  SUBJ_GOOD("%s word(s): a subject that fits on a phone.", ""),
  SUBJ_EMPTY("There is no subject.", "Name the reason for writing in a few words."),
  SUBJ_LONG(
      "%s words: the end of the subject is cut off on a phone.",
      "Shorten the subject to seven words or fewer."),
  SUBJ_LOUD("The subject shouts.", "Write the subject without capitals and exclamation marks."),
  PERS_NONE(
      "Nothing beyond the name is about this reader.",
      "Mention two things that are true of this reader only, such as their company and role."),
  PERS_ONE(
      "One thing is about this reader.",
      "Mention one more thing that is true of this reader only."),
  PERS_GOOD("%s things are about this reader.", ""),
  YOU_GOOD("It speaks about the reader (%s times as often as about you).", ""),
  YOU_LOW(
      "It speaks more about you than about the reader (%s).",
      "Turn sentences that begin with I or we to the reader."),
  SPAM_CLEAN("Nothing looks like advertising.", ""),
  SPAM_SOME(
      "It looks like advertising (%s).",
      "Leave out the marked words, capitals, exclamation marks or links."),
  TONE_GOOD("The tone is neither cold nor gushing.", ""),
  TONE_FLAT(
      "The tone is flat.", "Say what you like, or what bothers the reader, in a word or two."),
  TONE_STRONG("The tone is strong (%s in 100 words).", "Take out some of the marked words."),
  SKIM_GOOD("It can be taken in at a glance.", ""),
  SKIM_SENTENCES("Long sentences hide what matters.", "Split the marked sentences."),
  SKIM_PARAGRAPHS("Long paragraphs hide what matters.", "Break the marked paragraphs up.");

  private final String why;
  private final String fix;

  Reason(String why, String fix) {
    this.why = why;
    this.fix = fix;
  }

  /// The sentence that says what was found, with `%s` for the value.
  public String why() {
    return why;
  }

  /// What to do about it; empty if there is nothing to do.
  public String fix() {
    return fix;
  }
}
