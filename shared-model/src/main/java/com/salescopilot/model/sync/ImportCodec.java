package com.salescopilot.model.sync;

import com.salescopilot.model.csv.ImportMode;
import com.salescopilot.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The members of the commands of an import as JSON.
final class ImportCodec {
  private ImportCodec() {}

  static SortedMap<String, Value> write(ImportCommand command) {
    SortedMap<String, Value> members = new TreeMap<>();
    switch (command) {
      case ImportCommand.Run run -> {
        members.put("importId", Value.text(run.importId().toString()));
        members.put("chunk", Value.whole(run.chunk()));
        members.put("mode", Value.text(run.mode().name()));
        run.file().ifPresent(file -> members.put("file", Value.text(file)));
        members.put(
            "people", new Value.Items(run.people().stream().map(ImportCodec::person).toList()));
      }
      case ImportCommand.Undo undo -> members.put("prospectIds", ids(undo.prospectIds()));
      case ImportCommand.Forget forget -> members.put("prospectIds", ids(forget.prospectIds()));
    }
    return members;
  }

  private static Value ids(List<UUID> ids) {
    return new Value.Items(ids.stream().<Value>map(id -> Value.text(id.toString())).toList());
  }

  static ImportCommand read(String op, UUID portion, Members in) {
    return switch (op) {
      case "prospect.import" ->
          new ImportCommand.Run(
              portion,
              in.needId("importId"),
              in.count("chunk", 0),
              in.needConstant("mode", ImportMode.class),
              in.text("file"),
              people(in.needObjects("people")));
      case "import.forget" -> new ImportCommand.Forget(portion, in.needIds("prospectIds"));
      case "import.undo" -> new ImportCommand.Undo(portion, in.needIds("prospectIds"));
      case String other -> throw CommandCodec.unknown(other);
    };
  }

  private static Value person(ImportCommand.Person person) {
    SortedMap<String, Value> members = new TreeMap<>();
    members.put("id", Value.text(person.id().toString()));
    members.put("fields", new Value.Fields(person.fields()));
    return new Value.Fields(members);
  }

  private static List<ImportCommand.Person> people(List<Value.Fields> objects) {
    List<ImportCommand.Person> people = new ArrayList<>();
    for (Value.Fields object : objects) {
      Members in = new Members(object);
      people.add(new ImportCommand.Person(in.needId("id"), in.needFields("fields").members()));
      in.noMore();
    }
    return people;
  }
}
