/// What the outside tells of our mails: opens by the pixel, opens and replies by hooks. Everything
/// that is believed is an event in the log before it is answered.
@NullMarked
package com.salescopilot.server.tracking;

import org.jspecify.annotations.NullMarked;
