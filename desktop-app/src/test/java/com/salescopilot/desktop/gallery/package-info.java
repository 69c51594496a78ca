/// All parts that screens are made of, on one page.
@NullMarked
package com.salescopilot.desktop.gallery;

import org.jspecify.annotations.NullMarked;
