/// The desktop program: its arguments and the choice of how it runs.
@NullMarked
package com.salescopilot.desktop;

import org.jspecify.annotations.NullMarked;
