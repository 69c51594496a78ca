@NullMarked
package com.salescopilot.desktop.dashboard;

import org.jspecify.annotations.NullMarked;
