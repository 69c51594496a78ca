@NullMarked
package com.salescopilot.desktop.screens;

import org.jspecify.annotations.NullMarked;
