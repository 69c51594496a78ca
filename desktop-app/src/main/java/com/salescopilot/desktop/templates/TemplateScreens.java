package com.salescopilot.desktop.templates;

import com.salescopilot.desktop.shell.Route;
import com.salescopilot.desktop.shell.ScreenBook;
import com.salescopilot.desktop.shell.Tools;
import java.util.Optional;
import java.util.function.Supplier;

/// The screens of templates.
public final class TemplateScreens {
  private TemplateScreens() {}

  /// Adds them.
  public static void add(ScreenBook book, Tools tools) {
    tools
        .commands()
        .register(
            "template.new",
            tools.texts().get(TemplateScreens.class, "templates.new"),
            tools.texts().get(TemplateScreens.class, "templates.group"),
            "fth-plus",
            Optional.empty(),
            () -> tools.navigator().go(new Route.NewTemplate()));
    TemplateEdits edits = new TemplateEdits(tools.desk(), tools.edits());
    book.add(
        Route.Templates.class,
        TemplatesController.class,
        () ->
            new TemplatesController(
                new TemplatesViewModel(edits, tools.async(), tools.toasts(), tools.texts()),
                tools));
    Supplier<TemplateEditorController> editor =
        () ->
            new TemplateEditorController(
                new TemplateEditorViewModel(
                    tools.desk(), edits, tools.async(), tools.toasts(), tools.texts()),
                tools);
    book.add(Route.NewTemplate.class, TemplateEditorController.class, editor);
    book.add(Route.EditTemplate.class, TemplateEditorController.class, editor);
  }
}
