package com.salescopilot.checks;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds `Thread.sleep` and `TimeUnit.X.sleep`.
final class Sleeps extends TreeScanner<@Nullable Void, Consumer<Tree>> {

  private static final Pattern SLEEPER =
      Pattern.compile("(?:.*\\.)?(?:Thread|(?:NANO|MICRO|MILLI)?SECONDS|MINUTES|HOURS|DAYS)");

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, Consumer<Tree> found) {
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("sleep")
        && SLEEPER.matcher(select.getExpression().toString()).matches()) {
      found.accept(call);
    }
    return super.visitMethodInvocation(call, found);
  }
}
