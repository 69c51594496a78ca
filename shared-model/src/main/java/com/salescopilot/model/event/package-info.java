/// The names of what happened to a mail.
@NullMarked
package com.salescopilot.model.event;

import org.jspecify.annotations.NullMarked;
