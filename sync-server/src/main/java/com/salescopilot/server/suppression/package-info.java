/// Addresses that get nothing more, over REST.
@NullMarked
package com.salescopilot.server.suppression;

import org.jspecify.annotations.NullMarked;
