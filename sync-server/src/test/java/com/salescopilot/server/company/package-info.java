@NullMarked
package com.salescopilot.server.company;

import org.jspecify.annotations.NullMarked;
