/// What both programs must agree on about a mail: its address, its states, its header rules.
@NullMarked
package com.salescopilot.model.mail;

import org.jspecify.annotations.NullMarked;
