@NullMarked
package com.salescopilot.server.sync;

import org.jspecify.annotations.NullMarked;
