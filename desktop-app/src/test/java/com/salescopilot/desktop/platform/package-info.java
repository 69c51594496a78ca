@NullMarked
package com.salescopilot.desktop.platform;

import org.jspecify.annotations.NullMarked;
