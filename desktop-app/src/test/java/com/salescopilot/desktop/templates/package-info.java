@NullMarked
package com.salescopilot.desktop.templates;

import org.jspecify.annotations.NullMarked;
