/// The states of campaigns and enrolments, and the moves between them.
@NullMarked
package com.salescopilot.model.campaign;

import org.jspecify.annotations.NullMarked;
