package com.salescopilot.desktop.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salescopilot.desktop.command.KeyChoice;
import com.salescopilot.desktop.store.PrivateFiles;
import com.salescopilot.desktop.ui.Look;
import com.salescopilot.model.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;

/// `machine.json` in the profile. Losing it costs a few clicks, so whatever cannot be read there
/// counts as never chosen, each part for itself, and a file that cannot be written is only logged.
record SettingsFile(Path file) {
  private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

  MachineSettings read() {
    ObjectNode json;
    try {
      json = ValueJson.object(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      if (Files.exists(file)) {
        LOG.log(System.Logger.Level.WARNING, "the settings are unreadable: {0}", e.getMessage());
      }
      return MachineSettings.USUAL;
    }
    Look usual = Look.USUAL;
    MachineSettings read =
        new MachineSettings(
            new Look(
                part(() -> Look.Theme.valueOf(json.path("theme").asText())).orElse(usual.theme()),
                part(() -> Look.Density.valueOf(json.path("density").asText()))
                    .orElse(usual.density()),
                Math.clamp(json.path("zoom").asInt(usual.zoom()), Look.LEAST_ZOOM, Look.MOST_ZOOM)),
            Optional.of(json.path("language").asText(""))
                .filter(tag -> !tag.isEmpty())
                .map(Locale::forLanguageTag)
                .filter(locale -> !locale.getLanguage().isEmpty()),
            part(() -> place(json.path("window"))),
            MachineSettings.USUAL.undoSeconds(),
            keys(json));
    JsonNode undo = json.path("undoSeconds");
    return undo.isInt() ? read.withUndo(undo.intValue()) : read;
  }

  void write(MachineSettings settings) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("theme", settings.look().theme().name())
        .put("density", settings.look().density().name())
        .put("zoom", settings.look().zoom());
    settings.language().ifPresent(locale -> json.put("language", locale.toLanguageTag()));
    settings
        .window()
        .ifPresent(
            place ->
                json.putObject("window")
                    .put("x", place.bounds().getMinX())
                    .put("y", place.bounds().getMinY())
                    .put("width", place.bounds().getWidth())
                    .put("height", place.bounds().getHeight())
                    .put("maximised", place.maximised()));
    json.put("undoSeconds", settings.undoSeconds());
    json.put("keymap", settings.keys().base().name());
    ObjectNode own = json.putObject("keys");
    new TreeMap<>(settings.keys().own()).forEach(own::put);
    try {
      PrivateFiles.write(file, json.toPrettyString() + "\n");
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the settings are not kept: {0}", e.getMessage());
    }
  }

  private static KeyChoice keys(JsonNode json) {
    Map<String, String> own = new HashMap<>();
    json.path("keys")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isTextual()) {
                own.put(each.getKey(), each.getValue().asText());
              }
            });
    return new KeyChoice(
        part(() -> KeyChoice.Base.valueOf(json.path("keymap").asText()))
            .orElse(KeyChoice.USUAL.base()),
        own);
  }

  private static WindowPlace place(JsonNode json) {
    return new WindowPlace(
        new Rectangle2D(
            json.path("x").asDouble(),
            json.path("y").asDouble(),
            json.path("width").asDouble(),
            json.path("height").asDouble()),
        json.path("maximised").asBoolean());
  }

  private static <T> Optional<T> part(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
