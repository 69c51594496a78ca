/// The one way out: connections to machines that somebody named, checked where they are made.
@NullMarked
package com.salescopilot.server.egress;

import org.jspecify.annotations.NullMarked;
