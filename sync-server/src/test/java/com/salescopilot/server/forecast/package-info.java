@NullMarked
package com.salescopilot.server.forecast;

import org.jspecify.annotations.NullMarked;
