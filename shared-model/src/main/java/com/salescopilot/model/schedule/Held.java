package com.salescopilot.model.schedule;

import com.salescopilot.model.mail.HeldCode;
import java.util.UUID;

/// A mail that has no instant.
public record Held(UUID emailId, HeldCode code) {}
