/// Texts that are written once and sent to many.
@NullMarked
package com.salescopilot.desktop.templates;

import org.jspecify.annotations.NullMarked;
