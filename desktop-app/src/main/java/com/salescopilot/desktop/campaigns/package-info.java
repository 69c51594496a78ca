/// Many prospects who are written to for one reason.
@NullMarked
package com.salescopilot.desktop.campaigns;

import org.jspecify.annotations.NullMarked;
