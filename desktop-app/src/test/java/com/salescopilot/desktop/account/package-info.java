@NullMarked
package com.salescopilot.desktop.account;

import org.jspecify.annotations.NullMarked;
