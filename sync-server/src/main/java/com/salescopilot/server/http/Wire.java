package com.salescopilot.server.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.id.UuidText;
import com.salescopilot.model.id.WorkspaceId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Function;

/// How values that JSON does not know are written: as the text that their `toString` gives.
@SuppressWarnings("serial") // Jackson's classes are serialisable, ours are never serialised
final class Wire {
  private Wire() {}

  static Module module() {
    SimpleModule module = new SimpleModule("sales-copilot");
    add(module, Instant.class, Instant::parse);
    add(module, LocalDate.class, LocalDate::parse);
    add(module, UUID.class, text -> UuidText.parse("id", text));
    add(module, WorkspaceId.class, WorkspaceId::parse);
    add(module, UserId.class, UserId::parse);
    return module;
  }

  private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, new AsText<>(type));
    module.addDeserializer(type, new FromText<>(type, parse));
  }

  private static final class AsText<T> extends StdSerializer<T> {
    AsText(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class FromText<T> extends StdDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.type = type;
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked") // the context is typed for any T
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(type, in);
      }
      String text = in.getText();
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException | DateTimeParseException _) {
        return (T) context.handleWeirdStringValue(type, text, "not acceptable");
      }
    }
  }
}
