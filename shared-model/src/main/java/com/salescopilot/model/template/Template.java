package com.salescopilot.model.template;

/// Reads templates: text with fields such as `{{firstName}}` or `{{company | "your team"}}`.
///
/// `{{#if jobTitle}} … {{#else}} … {{/if}}`, also with `== "words"` or `!=`, is for some readers
/// only; `{{pick "Hi" | "Hello"}}` is one of its words. That is all: nothing can run.
///
/// A field is one of [FieldCatalogue], in exact case; its fallback stands in straight quotes; `\{{`
/// is a literal `{{`. In [Mode#HTML] entities between the braces are decoded, and a field may stand
/// in text and in the attributes `title`, `alt` and `href` only.
public final class Template {
  private Template() {}

  /// Compiles a source. Never throws: what is wrong is in [Compiled#errors()], all at once.
  public static Compiled compile(String source, Mode mode, FieldCatalogue catalogue) {
    return new Compilation(source, mode, catalogue).run();
  }
}
