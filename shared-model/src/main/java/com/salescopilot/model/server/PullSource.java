package com.salescopilot.model.server;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.protocol.ChainPosition;
import com.salescopilot.model.protocol.Cursor;
import com.salescopilot.model.protocol.PullLine;
import java.util.List;

/// One consistent snapshot of a workspace, as one of its users may read it.
public interface PullSource {

  /// The counter of a stream.
  long head(StreamKind stream);

  /// The rev below which removals are forgotten.
  default long floor(StreamKind stream) {
    return 0;
  }

  /// The cursor at a rev that the stream has given out.
  Cursor cursor(StreamKind stream, long rev);

  /// Rows with a greater rev than this, by rev and id, at the most so many.
  List<Doc> rows(Entity entity, long afterRev, int most);

  /// Removals of a stream with a greater rev than this, by rev, at the most so many.
  List<PullLine.Gone> removals(StreamKind stream, long afterRev, int most);

  /// The place a device's chain has reached.
  ChainPosition chain();
}
