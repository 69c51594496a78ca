@NullMarked
package com.salescopilot.desktop.imports;

import org.jspecify.annotations.NullMarked;
