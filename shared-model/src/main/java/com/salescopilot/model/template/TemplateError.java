package com.salescopilot.model.template;

/// What is wrong with a template, or with the values that it was given.
///
/// @param code for programs
/// @param start of the source that the error is about, in UTF-16 units
/// @param end the unit after it
/// @param message a sentence for people
public record TemplateError(Code code, int start, int end, String message) {

  /// The kinds of error; those about values can only come from rendering.
  public enum Code {
    /// No such field, not even with a fallback: a typo would reach everyone.
    UNKNOWN_FIELD,
    /// The value is empty and the field has no fallback.
    EMPTY_FIELD,
    /// `{{` without `}}`.
    UNCLOSED,
    /// What stands between the braces is no field.
    BAD_SYNTAX,
    /// The source, its number of fields or the rendered subject exceeds its limit.
    TOO_LONG,
    /// A value exceeds 500 characters.
    VALUE_TOO_LONG,
    /// A value that is a whole link is no http, https or mailto address.
    UNSAFE_URL,
    /// A field stands where no value can be written safely.
    BAD_CONTEXT,
    /// An `#else` or `/if` without an `#if`, or an `#if` without `/if`.
    UNBALANCED_IF,
    /// Conditions stand more than three deep within each other.
    TOO_DEEP,
    /// A placeholder of another program, such as `[First Name]`.
    LEFTOVER_MARKUP
  }
}
