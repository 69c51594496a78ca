package com.salescopilot.model.server;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import java.util.Optional;

/// A row to write.
///
/// @param owner whose `me` stream it belongs to; empty for rows of the workspace
/// @param before the row as it was, for the trash
/// @param after the row as it is to be; empty removes it and leaves a tombstone
public record StoredRow(
    RowKey key, Optional<UserId> owner, Optional<Doc> before, Optional<Doc> after) {}
