@NullMarked
package com.salescopilot.server.log;

import org.jspecify.annotations.NullMarked;
