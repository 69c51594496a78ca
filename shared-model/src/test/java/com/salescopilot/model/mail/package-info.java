@NullMarked
package com.salescopilot.model.mail;

import org.jspecify.annotations.NullMarked;
