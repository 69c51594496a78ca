/// Streams: the transaction in which every change of shared data is made, and how clients hear of
/// it.
@NullMarked
package com.salescopilot.server.stream;

import org.jspecify.annotations.NullMarked;
