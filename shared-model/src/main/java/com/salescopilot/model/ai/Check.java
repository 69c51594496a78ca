package com.salescopilot.model.ai;

/// What a proposal must not bring in that neither draft nor facts hold; the code of a flag.
public enum Check {
  /// A number, amount, percentage or time, or a word for a number.
  NUMBER("This number is neither in your letter nor among the facts."),
  /// A month, weekday or day such as tomorrow.
  DATE("This date is neither in your letter nor among the facts."),
  /// A web address, host, e-mail address or handle.
  ADDRESS("This address is neither in your letter nor among the facts."),
  /// Words in quotation marks.
  QUOTATION("Nobody is known to have said this."),
  /// A name: a word with a capital, or two of them together.
  NAME("This name is neither in your letter nor among the facts."),
  /// Something said to have happened.
  EVENT("Nothing known says that this happened."),
  /// Something the writer is said to have seen, heard or spoken of.
  OBSERVATION("Nothing known says that you saw or heard this."),
  /// Something promised.
  COMMITMENT("This promises something that you did not promise."),
  /// What was said is turned into its opposite.
  NEGATION("This turns round what you said."),
  /// A sentence in another language, or letters that look like others.
  LANGUAGE("This is not in the language of your letter."),

  /// The whole: other merge fields than before.
  FIELDS("The merge fields are not those of your letter."),
  /// The whole: a link that was not there.
  LINK("There is a link that your letter does not have."),
  /// The whole: placeholders, tags or Markdown.
  MARKUP("There is markup or a placeholder left in it."),
  /// The whole: much longer than the draft.
  LENGTH("It is much longer than your letter."),
  /// The whole: no lexicon to check it by.
  NO_LEXICON("This language cannot be checked.");

  private final String why;

  Check(String why) {
    this.why = why;
  }

  /// One sentence for the person who reads the flag.
  public String why() {
    return why;
  }
}
