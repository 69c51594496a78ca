/// The way out: a queue of accepted mails, the mailboxes that send them, and one door to SMTP. What
/// is about to happen is committed before it happens, so a crash at any instant leaves a mail sent
/// once, not sent, or plainly in doubt.
@NullMarked
package com.salescopilot.server.sending;

import org.jspecify.annotations.NullMarked;
