@NullMarked
package com.salescopilot.desktop.synccentre;

import org.jspecify.annotations.NullMarked;
