@NullMarked
package com.salescopilot.server.task;

import org.jspecify.annotations.NullMarked;
