@NullMarked
package com.salescopilot.server.keys;

import org.jspecify.annotations.NullMarked;
