/// The server, as seen from here: signing in, sending changes, reading what is new. Only this
/// package knows that there is a network.
@NullMarked
package com.salescopilot.desktop.remote;

import org.jspecify.annotations.NullMarked;
