@NullMarked
package com.salescopilot.desktop.campaigns;

import org.jspecify.annotations.NullMarked;
