package com.salescopilot.server.http;

/// One thing that is wrong with one part of a request.
///
/// @param pointer a JSON Pointer (RFC 6901) into the body, or `?name` for a query parameter
/// @param message a sentence for the person who typed it
public record FieldError(String pointer, String message) {}
