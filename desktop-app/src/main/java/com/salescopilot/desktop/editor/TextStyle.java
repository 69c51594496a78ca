package com.salescopilot.desktop.editor;

import java.util.Optional;

/// How a piece of text looks, and where it leads.
public record TextStyle(boolean bold, boolean italic, Optional<Link> link) {
  /// Neither bold nor italic, and no link.
  public static final TextStyle PLAIN = new TextStyle(false, false, Optional.empty());

  TextStyle asBold() {
    return new TextStyle(true, italic, link);
  }

  TextStyle notBold() {
    return new TextStyle(false, italic, link);
  }

  TextStyle asItalic() {
    return new TextStyle(bold, true, link);
  }

  TextStyle notItalic() {
    return new TextStyle(bold, false, link);
  }

  TextStyle linkedTo(Link target) {
    return new TextStyle(bold, italic, Optional.of(target));
  }

  TextStyle unlinked() {
    return new TextStyle(bold, italic, Optional.empty());
  }
}
