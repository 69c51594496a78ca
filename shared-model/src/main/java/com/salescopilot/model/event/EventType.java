package com.salescopilot.model.event;

/// What the event log can tell. The names stand in the log, on the relay and in the API.
public enum EventType {
  EMAIL_QUEUED,
  EMAIL_SENT,
  EMAIL_FAILED,
  EMAIL_UNCONFIRMED,
  EMAIL_BOUNCED,
  EMAIL_OPENED,
  EMAIL_CLICKED,
  EMAIL_REPLIED,
  EMAIL_AUTO_REPLIED,
  EMAIL_UNSUBSCRIBED,
  EMAIL_COMPLAINED
}
