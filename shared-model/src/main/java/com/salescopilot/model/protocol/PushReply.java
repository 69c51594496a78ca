package com.salescopilot.model.protocol;

/// What the server says to a push.
public sealed interface PushReply {

  /// It took everything up to here.
  record Through(ChainPosition last) implements PushReply {}

  /// The chain does not go on from where the client thought; nothing was applied.
  record Broken(ChainPosition last) implements PushReply {}

  /// It takes nothing from this client as it stands; nothing was applied.
  record Objected(Objection objection) implements PushReply {}

  /// The answer to a push that was taken, as JSON.
  static String json(ChainPosition through) {
    return "{\"through\":{\"seq\":" + through.seq() + ",\"id\":\"" + through.id() + "\"}}";
  }

  /// Reads the answer to a push that was taken.
  ///
  /// @throws ProtocolException if it is none
  static Through parseThrough(String json) {
    return new Through(WireObject.parse(json).position("through"));
  }

  /// Reads a CHAIN problem.
  ///
  /// @throws ProtocolException if it is none
  static Broken parseBroken(String problem) {
    WireObject in = WireObject.parse(problem);
    return new Broken(new ChainPosition(in.whole("lastSeq"), in.id("lastId")));
  }
}
