@NullMarked
package com.salescopilot.desktop.command;

import org.jspecify.annotations.NullMarked;
