@NullMarked
package com.salescopilot.server.audit;

import org.jspecify.annotations.NullMarked;
