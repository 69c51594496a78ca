package com.salescopilot.model;

import com.salescopilot.checks.SourceRules;

final class SourcesTest implements SourceRules {}
