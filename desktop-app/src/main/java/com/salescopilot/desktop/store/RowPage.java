package com.salescopilot.desktop.store;

import com.salescopilot.model.entity.Doc;
import java.util.List;

/// Some rows of a list, in the order in which they were made.
///
/// @param total how many rows the whole list has
public record RowPage(List<Doc> items, long total) {
  public RowPage {
    items = List.copyOf(items);
  }
}
