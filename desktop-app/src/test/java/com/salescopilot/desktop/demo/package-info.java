/// The program to try, on a machine that has nothing else: with a display as a person uses it,
/// without one as a guided tour that takes pictures.
@NullMarked
package com.salescopilot.desktop.demo;

import org.jspecify.annotations.NullMarked;
