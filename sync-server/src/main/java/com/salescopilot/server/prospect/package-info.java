/// Prospects over REST.
@NullMarked
package com.salescopilot.server.prospect;

import org.jspecify.annotations.NullMarked;
