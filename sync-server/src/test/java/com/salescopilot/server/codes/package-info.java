@NullMarked
package com.salescopilot.server.codes;

import org.jspecify.annotations.NullMarked;
