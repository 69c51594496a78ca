package com.salescopilot.model.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The encodings that spreadsheets write.
public enum Encoding {
  UTF_8(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
  UTF_16BE(StandardCharsets.UTF_16BE, "\u00FE\u00FF"),
  WINDOWS_1252(Charset.forName("windows-1252"), "");

  private final Charset charset;

  /// The bytes that a file may begin with, one a character.
  private final String mark;

  Encoding(Charset charset, String mark) {
    this.charset = charset;
    this.mark = mark;
  }

  /// The encoding of a file: what its byte order mark says, else UTF-8 if it is without a fault,
  /// else windows-1252, in which every byte is something.
  public static Encoding sniff(byte[] file) {
    for (Encoding encoding : values()) {
      if (!encoding.mark.isEmpty() && encoding.isMarked(file)) {
        return encoding;
      }
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(file));
      return UTF_8;
    } catch (CharacterCodingException notUtf8) {
      return WINDOWS_1252;
    }
  }

  /// The text of a file without its byte order mark; what is no character here becomes U+FFFD.
  public String decode(byte[] file) {
    int from = isMarked(file) ? mark.length() : 0;
    return new String(file, from, file.length - from, charset);
  }

  /// The name by which people and programs know it.
  public String label() {
    return charset.name();
  }

  private boolean isMarked(byte[] file) {
    if (file.length < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if ((file[i] & 0xFF) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
