/// The window for tests: on a screen that nobody needs to have, driven as a person drives it.
@NullMarked
package com.salescopilot.desktop.harness;

import org.jspecify.annotations.NullMarked;
