/// When campaign mails leave, and why then: one pure function that the server executes and the
/// desktop shows.
@NullMarked
package com.salescopilot.model.schedule;

import org.jspecify.annotations.NullMarked;
