package com.salescopilot.server;

import com.salescopilot.checks.SourceRules;

final class SourcesTest implements SourceRules {}
