/// Start and end of the window, and how everything is put together.
@NullMarked
package com.salescopilot.desktop.boot;

import org.jspecify.annotations.NullMarked;
