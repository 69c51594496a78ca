package com.salescopilot.desktop.ui;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ObservableListBase;

/// A list of very many rows, of which only those that somebody looks at are read. It holds the keys
/// of all rows in order, eight bytes each, and the rows of the pages around the view. `get` never
/// waits: a row that is not here yet is an empty [Slot], and comes.
///
/// @param <T> the rows
public final class PagedRows<T> extends ObservableListBase<Slot<T>> {
  static final int PAGE = 100;
  private static final int KEPT = 20;

  private final Function<long[], Map<Long, T>> fetch;
  private final Async async;
  private final Map<Integer, Map<Long, T>> pages = new LinkedHashMap<>(32, 0.75f, true);
  private final Map<Integer, Object> asked = new HashMap<>();
  private Map<Long, T> last = Map.of();
  private long[] keys = new long[0];

  /// @param fetch reads the rows of some keys, off the screen's thread
  public PagedRows(Function<long[], Map<Long, T>> fetch, Async async) {
    this.fetch = fetch;
    this.async = async;
  }

  /// What is to be shown: keys in order, and the rows of the first of them.
  public static final class Found<T> {
    private final long[] keys;
    private final Map<Long, T> first;

    private Found(long[] keys, Map<Long, T> first) {
      this.keys = keys;
      this.first = first;
    }

    /// How many there are.
    public int size() {
      return keys.length;
    }
  }

  /// Reads the rows that one sees first, off the screen's thread, so that they come with the keys.
  ///
  /// @param next the keys, in order; not changed afterwards
  public Found<T> read(long[] next) {
    return new Found<>(next, fetch.apply(Arrays.copyOf(next, Math.min(PAGE, next.length))));
  }

  /// Shows other rows, or the same in another order. A row that was here stays until it is read
  /// anew.
  public void show(Found<T> found) {
    long[] before = keys;
    Map<Long, T> known = new HashMap<>();
    pages.values().forEach(known::putAll);
    last = known;
    keys = found.keys;
    pages.clear();
    asked.clear();
    pages.put(0, found.first);
    beginChange();
    nextReplace(0, keys.length, new Places<>(before, known));
    endChange();
  }

  /// Reads the rows that are shown anew; what is here stays until they come.
  public void reread() {
    List.copyOf(pages.keySet()).forEach(this::ask);
  }

  /// The keys in order; not to be changed.
  public long[] keys() {
    return keys;
  }

  @Override
  public Slot<T> get(int index) {
    long key = keys[index];
    int page = index / PAGE;
    Map<Long, T> rows = pages.get(page);
    if (rows == null) {
      if (!asked.containsKey(page)) {
        ask(page);
      }
      // a direct executor has brought the page already
      rows = pages.getOrDefault(page, last);
    }
    return new Slot<>(key, Optional.ofNullable(rows.get(key)));
  }

  @Override
  public int size() {
    return keys.length;
  }

  /// By the key alone; without this, asking where a row is would read all before it.
  @Override
  public int indexOf(Object wanted) {
    if (wanted instanceof Slot<?> slot) {
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] == slot.key()) {
          return i;
        }
      }
    }
    return -1;
  }

  @Override
  public int lastIndexOf(Object wanted) {
    return indexOf(wanted);
  }

  @Override
  public boolean contains(Object wanted) {
    return indexOf(wanted) >= 0;
  }

  private void ask(int page) {
    int from = page * PAGE;
    int to = Math.min(from + PAGE, keys.length);
    long[] wanted = Arrays.copyOfRange(keys, from, to);
    Object turn = new Object();
    asked.put(page, turn);
    async.run(
        () -> fetch.apply(wanted),
        rows -> arrived(page, turn, rows),
        _ -> asked.remove(page, turn));
  }

  @SuppressWarnings("ReferenceEquality") // a turn is nothing but itself
  private void arrived(int page, Object turn, Map<Long, T> rows) {
    if (asked.get(page) != turn) {
      return; // other rows are shown meanwhile
    }
    asked.remove(page);
    Map<Long, T> before = pages.getOrDefault(page, Map.of());
    pages.put(page, rows);
    dropFarPages();
    int from = page * PAGE;
    int to = Math.min(from + PAGE, keys.length);
    long[] changed = Arrays.copyOfRange(keys, from, to);
    beginChange();
    nextReplace(from, to, new Places<>(changed, before));
    endChange();
  }

  private void dropFarPages() {
    List<Integer> eldest = new ArrayList<>(pages.keySet());
    for (int i = 0; i < eldest.size() - KEPT; i++) {
      pages.remove(eldest.get(i));
    }
  }

  /// What stood at some places, made when somebody looks.
  private static final class Places<T> extends AbstractList<Slot<T>> {
    private final long[] keys;
    private final Map<Long, T> known;

    Places(long[] keys, Map<Long, T> known) {
      this.keys = keys;
      this.known = Collections.unmodifiableMap(known);
    }

    @Override
    public Slot<T> get(int index) {
      return new Slot<>(keys[index], Optional.ofNullable(known.get(keys[index])));
    }

    @Override
    public int size() {
      return keys.length;
    }
  }
}
