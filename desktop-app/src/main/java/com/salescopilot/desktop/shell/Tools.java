package com.salescopilot.desktop.shell;

import com.salescopilot.desktop.command.Commands;
import com.salescopilot.desktop.desk.Desk;
import com.salescopilot.desktop.desk.Edits;
import com.salescopilot.desktop.desk.Letters;
import com.salescopilot.desktop.ui.Async;
import com.salescopilot.desktop.ui.Looks;
import com.salescopilot.desktop.ui.Texts;

/// What features build their screens with.
public record Tools(
    Desk desk,
    Edits edits,
    Letters letters,
    Async async,
    Texts texts,
    Looks looks,
    Commands commands,
    Toasts toasts,
    Navigator navigator,
    Questions questions) {}
