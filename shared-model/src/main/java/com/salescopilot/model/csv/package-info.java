/// Tables as text: files that people import, read row by row so that one bad row spoils no other,
/// and files they export, whose cells no spreadsheet runs.
@NullMarked
package com.salescopilot.model.csv;

import org.jspecify.annotations.NullMarked;
