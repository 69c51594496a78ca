package com.salescopilot.desktop.compose;

import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.remote.RemoteException;
import com.salescopilot.desktop.remote.Suggestions;
import com.salescopilot.model.entity.Doc;
import java.util.UUID;

/// The engine of the server, which asks another one where the workspace allows it; where the server
/// cannot be asked, the built-in one, saying why.
record ServerEngine(Desk desk, Engine here) implements Engine {
  static ServerEngine of(Desk desk, Letters letters) {
    return new ServerEngine(desk, new LocalEngine(desk::newId, letters::company));
  }

  @Override
  public Suggested ask(Question question) {
    UUID request = desk.newId();
    Suggestions.Question asked =
        new Suggestions.Question(
            request,
            question.goal(),
            question.subject(),
            question.text(),
            question.reader().map(Doc::id));
    try {
      Suggestions.Answer answer = desk.ask(server -> server.suggestions().ask(asked));
      return new Suggested(
          question.text(),
          answer.hunks(),
          answer.flags(),
          answer.missing(),
          answer.degraded(),
          new Suggested.Maker(
              request,
              question.goal().isPresent() ? Suggested.Kind.REWRITE : Suggested.Kind.PERSONALIZE,
              answer.engine(),
              answer.version()));
    } catch (RemoteException e) {
      return here.ask(question).because(reason(e));
    }
  }

  private static String reason(RemoteException e) {
    return switch (e) {
      case RemoteException.Offline _, RemoteException.Unauthenticated _ -> "OFFLINE";
      case RemoteException.NoAnswer _, RemoteException.Garbled _ -> "NO_ANSWER";
      case RemoteException.Busy _ -> "LIMITED";
      case RemoteException.Unserved _ -> "NO_ANSWER";
      case RemoteException.Refused refused ->
          switch (refused.code()) {
            case "NOT_FOUND" -> "UNSYNCED";
            case "LIMITED" -> "LIMITED";
            default -> "NO_ANSWER";
          };
    };
  }
}
