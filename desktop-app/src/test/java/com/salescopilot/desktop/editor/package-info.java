@NullMarked
package com.salescopilot.desktop.editor;

import org.jspecify.annotations.NullMarked;
