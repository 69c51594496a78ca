/// What has not reached the server yet, what needs a decision, and how the connection stands.
@NullMarked
package com.salescopilot.desktop.synccentre;

import org.jspecify.annotations.NullMarked;
