/// The client without a window: one JSON command a line in, one answer a line out, over the same
/// store and sync engine.
@NullMarked
package com.salescopilot.desktop.headless;

import org.jspecify.annotations.NullMarked;
