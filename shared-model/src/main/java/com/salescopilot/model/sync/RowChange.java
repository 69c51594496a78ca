package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import java.util.Optional;

/// A row before and after; an empty `after` is a removed row.
public record RowChange(RowKey key, Optional<Doc> before, Optional<Doc> after) {}
