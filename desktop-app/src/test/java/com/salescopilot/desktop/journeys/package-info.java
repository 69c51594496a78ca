/// Days of a salesperson in the real window, which is a process of its own that can be killed, and
/// a real server, database and mail server behind it.
@NullMarked
package com.salescopilot.desktop.journeys;

import org.jspecify.annotations.NullMarked;
