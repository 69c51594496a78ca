package com.salescopilot.model.sync;

import java.util.UUID;

/// One change with its identity: a client-made UUIDv7 by which a repeat is known.
public record Mutation(UUID id, Change change) {}
