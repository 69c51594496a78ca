/// Short notes to people about their own accounts, by the operator's mail server.
@NullMarked
package com.salescopilot.server.post;

import org.jspecify.annotations.NullMarked;
