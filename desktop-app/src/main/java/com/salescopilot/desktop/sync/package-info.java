/// Keeps the store and the server in step in the background, as long as there is a network.
@NullMarked
package com.salescopilot.desktop.sync;

import org.jspecify.annotations.NullMarked;
