@NullMarked
package com.salescopilot.desktop.shell;

import org.jspecify.annotations.NullMarked;
