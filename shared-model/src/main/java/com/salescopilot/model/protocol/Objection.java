package com.salescopilot.model.protocol;

import com.salescopilot.model.entity.StreamKind;
import com.salescopilot.model.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Why a server takes nothing from a client as it stands, where the client itself can mend it.
public sealed interface Objection {

  /// The stable name.
  String code();

  /// What the client's program has to know, beside the name.
  Map<String, Object> members();

  /// The server's database has begun another life: it was restored, or another one stands in for
  /// it.
  ///
  /// @param restoredTo the moment whose state it has gone on from, where that is known
  /// @param lost the streams in which the client has read what the server has no more; if there are
  ///   none, nothing that this client saw is gone
  record NewEpoch(UUID epoch, Optional<Instant> restoredTo, Set<StreamKind> lost)
      implements Objection {
    public NewEpoch {
      lost = lost.isEmpty() ? Set.of() : EnumSet.copyOf(lost);
    }

    @Override
    public String code() {
      return "EPOCH";
    }

    @Override
    public Map<String, Object> members() {
      Map<String, Object> members = new TreeMap<>();
      members.put("epoch", epoch.toString());
      restoredTo.ifPresent(at -> members.put("restoredTo", at.toString()));
      members.put("lost", lost.stream().map(StreamKind::wire).toList());
      return members;
    }
  }

  /// The server never gave out these cursors.
  record BadCursor(Set<StreamKind> streams) implements Objection {
    public BadCursor {
      streams = EnumSet.copyOf(streams);
    }

    @Override
    public String code() {
      return "BAD_CURSOR";
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("streams", streams.stream().map(StreamKind::wire).toList());
    }
  }

  /// Reads the objection in a problem; empty if it is another problem.
  ///
  /// @throws ProtocolException if it is damaged
  static Optional<Objection> parse(String problem) {
    WireObject in = WireObject.parse(problem);
    return switch (in.maybe("code").orElse(Value.text(""))) {
      case Value.Text(String code) when code.equals("EPOCH") ->
          Optional.of(
              new NewEpoch(
                  in.id("epoch"),
                  in.maybe("restoredTo").map(at -> instant(in.text("restoredTo"))),
                  streams(in.items("lost"))));
      case Value.Text(String code) when code.equals("BAD_CURSOR") -> {
        Set<StreamKind> streams = streams(in.items("streams"));
        yield streams.isEmpty() ? Optional.empty() : Optional.of(new BadCursor(streams));
      }
      case Value other -> Optional.empty();
    };
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new ProtocolException("restoredTo must be an instant", e);
    }
  }

  private static Set<StreamKind> streams(List<Value> names) {
    Set<StreamKind> streams = EnumSet.noneOf(StreamKind.class);
    for (StreamKind stream : StreamKind.values()) {
      if (names.contains(Value.text(stream.wire()))) {
        streams.add(stream);
      }
    }
    return streams;
  }
}
