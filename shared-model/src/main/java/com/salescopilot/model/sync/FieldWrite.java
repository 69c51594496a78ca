package com.salescopilot.model.sync;

import java.time.Instant;
import java.util.UUID;

/// An accepted write of the past.
public record FieldWrite(UUID mutationId, Actor by, Instant editedAt) {}
