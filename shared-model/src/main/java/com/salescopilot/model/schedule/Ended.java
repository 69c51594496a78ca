package com.salescopilot.model.schedule;

import com.salescopilot.model.campaign.EnrolmentStatus;
import java.time.Instant;
import java.util.UUID;

/// How an enrolment goes on after its last mail of the plan.
public record Ended(UUID enrolmentId, EnrolmentStatus status, Instant at) {}
