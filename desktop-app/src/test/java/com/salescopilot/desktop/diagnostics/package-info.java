@NullMarked
package com.salescopilot.desktop.diagnostics;

import org.jspecify.annotations.NullMarked;
