@NullMarked
package com.salescopilot.server.suppression;

import org.jspecify.annotations.NullMarked;
