/// The sync protocol over HTTP: what a device pushes, and what it pulls, live.
@NullMarked
package com.salescopilot.server.sync;

import org.jspecify.annotations.NullMarked;
