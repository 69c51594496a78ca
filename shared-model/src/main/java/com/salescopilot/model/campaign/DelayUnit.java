package com.salescopilot.model.campaign;

/// How the days between two steps are counted.
public enum DelayUnit {
  /// Open days that are no holiday.
  BUSINESS,
  CALENDAR
}
