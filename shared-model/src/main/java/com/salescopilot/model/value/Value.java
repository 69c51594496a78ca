package com.salescopilot.model.value;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// An immutable JSON value. JSON's null does not exist here: an absent value is an absent member.
/// Two values are equal exactly when their canonical JSON (RFC 8785) is.
public sealed interface Value {

  /// A string of Unicode scalar values.
  record Text(String text) implements Value {}

  /// An integer that every JSON reader represents exactly, so within ±2^53.
  record Whole(long number) implements Value {
    static final long LARGEST = 1L << 53;

    public Whole {
      if (number > LARGEST || number < -LARGEST) {
        throw new IllegalArgumentException("a number beyond 2^53 has no exact JSON form");
      }
    }
  }

  /// A finite number with a fraction; make it with [Value#number(double)], which keeps integers
  /// [Whole].
  record Decimal(double number) implements Value {
    public Decimal {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("JSON has no infinite numbers");
      }
    }
  }

  /// A truth value.
  record Flag(boolean on) implements Value {}

  /// An ordered list.
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// Named members in the order of their UTF-16 code units, as RFC 8785 sorts them.
  record Fields(SortedMap<String, Value> members) implements Value {
    public Fields {
      members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /// No members.
    public static Fields none() {
      return new Fields(new TreeMap<>());
    }
  }

  /// The text as a value.
  static Text text(String text) {
    return new Text(text);
  }

  /// The integer as a value.
  static Whole whole(long number) {
    return new Whole(number);
  }

  /// The number as a value: [Whole] when it is an integer, so that 1 and 1.0 are one value.
  static Value number(double number) {
    boolean integral = number == Math.rint(number) && Math.abs(number) <= 0x1p53;
    return integral ? new Whole((long) number) : new Decimal(number);
  }
}
