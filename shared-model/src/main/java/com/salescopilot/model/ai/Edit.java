package com.salescopilot.model.ai;

/// A change of a text as it is just now.
///
/// @param from in UTF-16 units
/// @param to the unit after what it replaces
record Edit(int from, int to, String text) {}
