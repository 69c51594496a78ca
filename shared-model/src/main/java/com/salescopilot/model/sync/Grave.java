package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import java.util.Optional;

/// A removed row: where it was, and what it was as long as the trash keeps it.
public record Grave(RowKey key, long rev, Optional<Doc> doc) {}
