/// The house rules that a machine can hold, once for all modules: what [SourceRules] says of source
/// files and [CommonRules] of class files. Every module's tests apply both to itself.
@NullMarked
package com.salescopilot.checks;

import org.jspecify.annotations.NullMarked;
