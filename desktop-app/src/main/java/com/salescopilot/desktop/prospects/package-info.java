/// The people one writes to.
@NullMarked
package com.salescopilot.desktop.prospects;

import org.jspecify.annotations.NullMarked;
