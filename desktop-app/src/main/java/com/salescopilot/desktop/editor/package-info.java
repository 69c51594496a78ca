/// The letter as a document of our own, its HTML and plain text, and the controls that edit and
/// show it. Documents and codecs know no toolkit.
@NullMarked
package com.salescopilot.desktop.editor;

import org.jspecify.annotations.NullMarked;
