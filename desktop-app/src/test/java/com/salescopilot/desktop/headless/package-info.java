@NullMarked
package com.salescopilot.desktop.headless;

import org.jspecify.annotations.NullMarked;
