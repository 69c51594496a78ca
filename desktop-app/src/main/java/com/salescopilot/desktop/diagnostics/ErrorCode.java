package com.salescopilot.desktop.diagnostics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A short name for a failure, the same on every machine and in the next version too: made of the
/// names of classes and methods, not of lines. Three parts: where we were, what went wrong at the
/// bottom of it, and by which way.
///
/// @param text such as `3K9Q:A0ZT:77BD`
public record ErrorCode(String text) {
  private static final String OURS = "com.salescopilot.";
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int LETTERS = 4;
  private static final int BITS = 5;

  /// Numbers that a compiler or a virtual machine gives, and that change with every edit.
  private static final Pattern NUMBERS = Pattern.compile("\\$\\$Lambda.*|\\$\\d+|/0x[0-9a-f]+");

  /// The code of a failure.
  public static ErrorCode of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    Throwable root = chain.getLast();
    String where = chain.stream().flatMap(ErrorCode::ours).findFirst().orElse("");
    String what = root.getClass().getName() + names(root).findFirst().orElse("");
    String way =
        chain.stream()
            .flatMap(each -> Stream.concat(Stream.of(each.getClass().getName()), ours(each)))
            .collect(Collectors.joining("\n"));
    return new ErrorCode(part(where) + ":" + part(what) + ":" + part(way));
  }

  /// As part of a file's name.
  public String fileName() {
    return text.replace(':', '-');
  }

  private static Stream<String> ours(Throwable failure) {
    return names(failure).filter(name -> name.startsWith(OURS));
  }

  private static Stream<String> names(Throwable failure) {
    return Stream.of(failure.getStackTrace())
        .map(
            frame ->
                NUMBERS.matcher(frame.getClassName() + "." + frame.getMethodName()).replaceAll(""));
  }

  private static List<Throwable> chain(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    for (Throwable next = failure; next != null && seen.add(next); next = next.getCause()) {
      chain.add(next);
    }
    return chain;
  }

  private static String part(String names) {
    int hash = names.hashCode();
    hash ^= hash >>> (LETTERS * BITS);
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      part.append(DIGITS[(hash >>> (i * BITS)) & ((1 << BITS) - 1)]);
    }
    return part.toString();
  }
}
