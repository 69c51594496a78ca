@NullMarked
package com.salescopilot.desktop.settings;

import org.jspecify.annotations.NullMarked;
