package com.salescopilot.model.letter;

/// Who a letter is from, as its merge fields see them.
///
/// @param firstName may be empty, like the last name
public record Sender(String firstName, String lastName, String email) {}
