@NullMarked
package com.salescopilot.server.dispatch;

import org.jspecify.annotations.NullMarked;
