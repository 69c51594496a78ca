@NullMarked
package com.salescopilot.desktop.network;

import org.jspecify.annotations.NullMarked;
