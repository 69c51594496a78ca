/// Tests of what is done at night.
@NullMarked
package com.salescopilot.server.housekeeping;

import org.jspecify.annotations.NullMarked;
