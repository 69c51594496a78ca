package com.salescopilot.desktop;

import com.salescopilot.checks.SourceRules;

final class SourcesTest implements SourceRules {}
