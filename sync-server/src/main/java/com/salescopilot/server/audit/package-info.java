/// Who did what, written in the transaction of the act.
@NullMarked
package com.salescopilot.server.audit;

import org.jspecify.annotations.NullMarked;
