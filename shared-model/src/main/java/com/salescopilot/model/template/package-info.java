/// Templates: text with fields, readable by a salesperson. Nothing in them can run, and an unknown
/// or empty field is an error, never a blank.
@NullMarked
package com.salescopilot.model.template;

import org.jspecify.annotations.NullMarked;
