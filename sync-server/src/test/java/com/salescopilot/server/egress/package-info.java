@NullMarked
package com.salescopilot.server.egress;

import org.jspecify.annotations.NullMarked;
