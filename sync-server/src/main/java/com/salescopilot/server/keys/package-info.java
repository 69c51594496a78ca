/// The master key file and every key that is derived from it.
@NullMarked
package com.salescopilot.server.keys;

import org.jspecify.annotations.NullMarked;
