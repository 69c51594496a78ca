/// What all screens stand on: threads, texts, lists of many rows, looks.
@NullMarked
package com.salescopilot.desktop.ui;

import org.jspecify.annotations.NullMarked;
