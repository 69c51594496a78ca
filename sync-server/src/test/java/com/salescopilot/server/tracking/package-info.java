@NullMarked
package com.salescopilot.server.tracking;

import org.jspecify.annotations.NullMarked;
