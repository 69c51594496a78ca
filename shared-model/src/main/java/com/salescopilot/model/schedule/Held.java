package com.salescopilot.model.schedule;

import com.salescopilot.model.mail.HeldCode;
import java.util.Optional;
import java.util.UUID;

/// A mail that has no instant.
///
/// @param enrolmentId empty for a letter by hand
public record Held(UUID emailId, HeldCode code, Optional<UUID> enrolmentId) {}
