/// The window around the screens: where one is, how one gets elsewhere, what the program says.
@NullMarked
package com.salescopilot.desktop.shell;

import org.jspecify.annotations.NullMarked;
