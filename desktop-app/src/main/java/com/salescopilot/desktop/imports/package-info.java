/// Prospects out of files, on this machine: chosen, looked at, imported in the background, and
/// taken back.
@NullMarked
package com.salescopilot.desktop.imports;

import org.jspecify.annotations.NullMarked;
