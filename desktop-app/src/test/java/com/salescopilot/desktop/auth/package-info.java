@NullMarked
package com.salescopilot.desktop.auth;

import org.jspecify.annotations.NullMarked;
