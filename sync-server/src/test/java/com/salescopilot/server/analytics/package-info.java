@NullMarked
package com.salescopilot.server.analytics;

import org.jspecify.annotations.NullMarked;
