/// The numbers of the front page.
@NullMarked
package com.salescopilot.server.dashboard;

import org.jspecify.annotations.NullMarked;
