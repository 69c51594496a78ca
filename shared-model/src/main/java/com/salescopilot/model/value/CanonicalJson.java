package com.salescopilot.model.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.Map;

/// The canonical form of a value (RFC 8785): equal values have equal text on every machine, so it
/// is what hashes and dumps are made of.
public final class CanonicalJson {
  private CanonicalJson() {}

  /// The canonical text.
  public static String of(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Value value, StringBuilder out) {
    switch (value) {
      case Value.Text(String text) -> quote(text, out);
      case Value.Whole(long number) -> out.append(number);
      case Value.Decimal(double number) -> out.append(number(number));
      case Value.Flag(boolean on) -> out.append(on);
      case Value.Items items -> {
        out.append('[');
        Iterator<Value> each = items.values().iterator();
        while (each.hasNext()) {
          write(each.next(), out);
          out.append(each.hasNext() ? "," : "");
        }
        out.append(']');
      }
      case Value.Fields fields -> {
        out.append('{');
        Iterator<Map.Entry<String, Value>> each = fields.members().entrySet().iterator();
        while (each.hasNext()) {
          Map.Entry<String, Value> member = each.next();
          quote(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          out.append(each.hasNext() ? "," : "");
        }
        out.append('}');
      }
    }
  }

  /// ECMAScript's Number::toString, which RFC 8785 §3.2.2.3 prescribes; Java's shortest digits
  /// since JDK 19 are the same digits, only laid out otherwise.
  private static String number(double number) {
    BigDecimal shortest = shortest(Math.abs(number));
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    String sign = number < 0 ? "-" : "";
    if (point > 0 && point <= 21) {
      return sign
          + (digits.length() <= point
              ? digits + "0".repeat(point - digits.length())
              : digits.substring(0, point) + "." + digits.substring(point));
    }
    if (point > -6 && point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }

  /// Java writes two digits at least, even where one would name the number: 4.9E-324 for 5E-324.
  private static BigDecimal shortest(double positive) {
    BigDecimal digits = new BigDecimal(Double.toString(positive)).stripTrailingZeros();
    BigDecimal one = digits.round(new MathContext(1));
    return one.doubleValue() == positive ? one.stripTrailingZeros() : digits;
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        out.append(text, plain, i);
        escape(c, out);
        plain = i + 1;
      }
    }
    out.append(text, plain, text.length()).append('"');
  }

  private static void escape(char c, StringBuilder out) {
    int escape = "\"\\\b\f\n\r\t".indexOf(c);
    if (escape >= 0) {
      out.append('\\').append("\"\\bfnrt".charAt(escape));
    } else {
      out.append(String.format("\\u%04x", (int) c));
    }
  }
}
