package com.salescopilot.server.ai;

/// What is asked about a letter.
enum Kind {
  PERSONALIZE,
  REWRITE,
  SCORE
}
