@NullMarked
package com.salescopilot.server.events;

import org.jspecify.annotations.NullMarked;
