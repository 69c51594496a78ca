@NullMarked
package com.salescopilot.server.sending;

import org.jspecify.annotations.NullMarked;
