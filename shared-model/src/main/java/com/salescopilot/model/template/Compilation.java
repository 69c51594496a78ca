package com.salescopilot.model.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.salescopilot.model.template.Branches.Open;
import com.salescopilot.model.template.FieldSyntax.Else;
import com.salescopilot.model.template.FieldSyntax.EndIf;
import com.salescopilot.model.template.FieldSyntax.If;
import com.salescopilot.model.template.FieldSyntax.Malformed;
import com.salescopilot.model.template.FieldSyntax.Named;
import com.salescopilot.model.template.FieldSyntax.Pick;
import com.salescopilot.model.template.Part.Broken;
import com.salescopilot.model.template.Part.Choice;
import com.salescopilot.model.template.Part.Field;
import com.salescopilot.model.template.Part.Text;
import com.salescopilot.model.template.TemplateError.Code;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One run over a source: splits it into parts and collects what is wrong.
final class Compilation {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final int BRACES = 2;
  private static final int MAX_SUBJECT_CHARACTERS = 998; // RFC 5322 §2.1.1
  private static final int MAX_BODY_BYTES = 100 * 1024;
  private static final int MAX_TAGS = 500;
  private static final int MAX_DEPTH = 3;

  private final String source;
  private final Mode mode;
  private final FieldCatalogue catalogue;
  private final HtmlPosition position;
  private final StringBuilder text = new StringBuilder();
  private final Branches branches = new Branches();
  private final BitSet tags = new BitSet();
  private final List<TemplateError> errors = new ArrayList<>();
  private int at;
  private int opened;
  private int picks;

  Compilation(String source, Mode mode, FieldCatalogue catalogue) {
    this.source = source;
    this.mode = mode;
    this.catalogue = catalogue;
    this.position = new HtmlPosition(source);
  }

  Compiled run() {
    Optional<String> tooLong = tooLong();
    if (tooLong.isPresent()) {
      fail(Code.TOO_LONG, 0, source.length(), tooLong.get());
    } else {
      readAll();
    }
    return new Compiled(mode, source.length(), branches.parts(), errors);
  }

  private Optional<String> tooLong() {
    return switch (mode) {
      case SUBJECT ->
          source.codePointCount(0, source.length()) > MAX_SUBJECT_CHARACTERS
              ? Optional.of("A subject may have 998 characters.")
              : Optional.empty();
      case TEXT, HTML ->
          source.length() > MAX_BODY_BYTES || source.getBytes(UTF_8).length > MAX_BODY_BYTES
              ? Optional.of("A body may have 100 KB.")
              : Optional.empty();
    };
  }

  private void readAll() {
    for (int open = source.indexOf(OPEN); open >= 0; open = source.indexOf(OPEN, at)) {
      if (open > at && source.charAt(open - 1) == '\\') {
        keep(open - 1);
        at = open;
        keep(open + BRACES);
      } else {
        keep(open);
        opened++;
        if (opened > MAX_TAGS) {
          fail(
              Code.TOO_LONG,
              open,
              source.length(),
              "A template may have 500 fields and conditions.");
          break;
        }
        readField();
      }
    }
    keep(source.length());
    endText();
    for (Optional<Open> left = branches.end(); left.isPresent(); left = branches.end()) {
      fail(Code.UNBALANCED_IF, left.get().start, left.get().end, "This {{#if}} has no {{/if}}.");
    }
    leftovers();
  }

  /// In the source's own text; what a tag holds is no such thing.
  private void leftovers() {
    for (Leftovers.Place place : Leftovers.in(source, catalogue)) {
      int tag = tags.nextSetBit(place.start());
      if (tag < 0 || tag >= place.end()) {
        fail(
            Code.LEFTOVER_MARKUP,
            place.start(),
            place.end(),
            "%s is a placeholder of another program."
                .formatted(Preview.cut(source.substring(place.start(), place.end()))));
      }
    }
  }

  /// Takes the source up to an index as text.
  private void keep(int end) {
    text.append(source, at, end);
    if (mode == Mode.HTML) {
      position.readTo(end);
    }
    at = end;
  }

  private void endText() {
    if (!text.isEmpty()) {
      branches.add(new Text(text.toString()));
      text.setLength(0);
    }
  }

  private void readField() {
    int start = at;
    int close = source.indexOf(CLOSE, start + BRACES);
    int barrier = barrier(start + BRACES, close);
    if (close < 0 || (barrier >= 0 && source.startsWith(OPEN, barrier))) {
      unclosed(start);
    } else if (barrier >= 0) {
      fail(
          Code.BAD_SYNTAX,
          start,
          close + BRACES,
          "Formatting splits this field; format the field as a whole.");
      keep(start + BRACES);
    } else {
      field(start, close + BRACES);
    }
  }

  /// The first thing before the closing braces that a field cannot contain, or -1.
  private int barrier(int from, int close) {
    for (int i = from; i < close; i++) {
      if (source.startsWith(OPEN, i)
          || (mode == Mode.HTML && source.charAt(i) == position.delimiter())) {
        return i;
      }
    }
    return -1;
  }

  private void unclosed(int start) {
    fail(
        Code.UNCLOSED,
        start,
        start + BRACES,
        "This {{ has no }}. For two braces as text write \\{{.");
    keep(start + BRACES);
  }

  private void field(int start, int end) {
    endText();
    String inner = source.substring(start + BRACES, end - BRACES);
    FieldSyntax tag = FieldSyntax.read(mode == Mode.HTML ? Entities.decode(inner) : inner);
    switch (tag) {
      case Named(String name, Optional<String> fallback) ->
          add(name, () -> new Field(name, fallback, check(name, fallback, start, end), start, end));
      case Pick(List<String> words) ->
          add(inner, () -> new Choice(words, checked(words, start, end), picks++));
      case If condition -> begin(condition, start, end);
      case Else() -> turn(inner, start, end);
      case EndIf() -> end(inner, start, end);
      case Malformed(String shown, String message) -> {
        fail(Code.BAD_SYNTAX, start, end, message);
        branches.add(new Broken(Preview.of(shown, mode)));
      }
    }
    tags.set(start, end);
    position.skipTo(end);
    at = end;
  }

  /// Adds a piece, or what a preview shows in its place if it is not sound.
  private void add(String shown, Supplier<Part> part) {
    int before = errors.size();
    Part made = part.get();
    branches.add(errors.size() == before ? made : new Broken(Preview.of(shown, mode)));
  }

  private void begin(If condition, int start, int end) {
    requireKnown(condition.name(), start, end);
    requireText(start, end);
    if (branches.depth() == MAX_DEPTH) {
      fail(Code.TOO_DEEP, start, end, "Conditions may stand within each other three deep.");
    }
    branches.begin(condition, start, end);
  }

  private void turn(String shown, int start, int end) {
    requireText(start, end);
    if (!branches.turn()) {
      fail(Code.UNBALANCED_IF, start, end, "This {{#else}} belongs to no {{#if}}.");
      branches.add(new Broken(Preview.of(shown, mode)));
    }
  }

  private void end(String shown, int start, int end) {
    requireText(start, end);
    if (branches.end().isEmpty()) {
      fail(Code.UNBALANCED_IF, start, end, "This {{/if}} belongs to no {{#if}}.");
      branches.add(new Broken(Preview.of(shown, mode)));
    }
  }

  /// A condition inside of a tag could leave it open for some readers.
  private void requireText(int start, int end) {
    if (mode == Mode.HTML && !position.isInText()) {
      fail(Code.BAD_CONTEXT, start, end, "A condition cannot stand inside of HTML code.");
    }
  }

  private Slot checked(List<String> words, int start, int end) {
    Slot slot = mode == Mode.HTML ? slotInHtml(start, end) : Slot.PLAIN;
    if (!words.stream().allMatch(slot::accepts)) {
      fail(
          Code.UNSAFE_URL, start, end, "All alternatives must be http, https or mailto addresses.");
    }
    return slot;
  }

  private void requireKnown(String name, int start, int end) {
    if (!catalogue.knows(name)) {
      String guess = catalogue.nearest(name).map(near -> " Did you mean " + near + "?").orElse("");
      fail(
          Code.UNKNOWN_FIELD,
          start,
          end,
          "There is no field %s.%s".formatted(Preview.cut(name), guess));
    }
  }

  private Slot check(String name, Optional<String> fallback, int start, int end) {
    requireKnown(name, start, end);
    Slot slot = mode == Mode.HTML ? slotInHtml(start, end) : Slot.PLAIN;
    if (!fallback.map(slot::accepts).orElse(true)) {
      fail(
          Code.UNSAFE_URL,
          start,
          end,
          "The fallback of a link must be a http, https or mailto address.");
    }
    return slot;
  }

  private Slot slotInHtml(int start, int end) {
    if (position.isInText() || position.isInValueOf("title") || position.isInValueOf("alt")) {
      return Slot.MARKUP;
    }
    if (!position.isInValueOf("href")) {
      fail(Code.BAD_CONTEXT, start, end, "A field cannot stand inside of HTML code.");
      return Slot.MARKUP;
    }
    if (!source.substring(position.valueStart(), start).isBlank()) {
      return Slot.LINK_PART;
    }
    int valueEnd = source.indexOf(position.delimiter(), end);
    if (valueEnd < 0 || !source.substring(end, valueEnd).isBlank()) {
      // It would decide the scheme, and encoded it cannot be an address.
      fail(Code.BAD_CONTEXT, start, end, "A field at the start of a link must be the whole link.");
    }
    return Slot.LINK;
  }

  private void fail(Code code, int start, int end, String message) {
    errors.add(new TemplateError(code, start, end, message));
  }
}
