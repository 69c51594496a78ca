package com.salescopilot.checks;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds switches with a `default` all of whose other labels are our own enum constants or cases of
/// our own sealed types.
final class OpenSwitches extends TreeScanner<@Nullable Void, Consumer<Tree>> {

  private final ClosedTypes ours;

  OpenSwitches(ClosedTypes ours) {
    this.ours = ours;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, Consumer<Tree> found) {
    check(tree, tree.getCases(), found);
    return super.visitSwitch(tree, found);
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Consumer<Tree> found) {
    check(tree, tree.getCases(), found);
    return super.visitSwitchExpression(tree, found);
  }

  private void check(Tree tree, List<? extends CaseTree> cases, Consumer<Tree> found) {
    var labels = cases.stream().flatMap(one -> one.getLabels().stream()).toList();
    var named = labels.stream().filter(label -> !isDefault(label) && !isNull(label)).toList();
    if (labels.stream().anyMatch(OpenSwitches::isDefault)
        && !named.isEmpty()
        && named.stream().allMatch(this::isOurs)) {
      found.accept(tree);
    }
  }

  private static boolean isDefault(CaseLabelTree label) {
    return label instanceof DefaultCaseLabelTree;
  }

  private static boolean isNull(CaseLabelTree label) {
    return label instanceof ConstantCaseLabelTree constant
        && constant.getConstantExpression().getKind() == Tree.Kind.NULL_LITERAL;
  }

  private boolean isOurs(CaseLabelTree label) {
    return switch (label) {
      case ConstantCaseLabelTree constant ->
          !(constant.getConstantExpression() instanceof LiteralTree)
              && ours.constants()
                  .contains(ClosedTypes.simpleName(constant.getConstantExpression()));
      case PatternCaseLabelTree pattern ->
          switch (pattern.getPattern()) {
            case BindingPatternTree binding -> isCase(binding.getVariable().getType());
            case DeconstructionPatternTree record -> isCase(record.getDeconstructor());
            default -> false;
          };
      default -> false;
    };
  }

  private boolean isCase(Tree type) {
    return ours.cases().contains(ClosedTypes.simpleName(type));
  }
}
