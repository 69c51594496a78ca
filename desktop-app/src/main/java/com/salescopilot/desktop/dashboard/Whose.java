package com.salescopilot.desktop.dashboard;

/// Whose mails are counted.
enum Whose {
  /// Those that this person sent.
  ME,
  /// All of the workspace.
  WORKSPACE
}
