/// How quick the window is over very many rows, and whether it lets go of what it showed.
@NullMarked
package com.salescopilot.desktop.speed;

import org.jspecify.annotations.NullMarked;
