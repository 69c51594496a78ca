package com.salescopilot.checks;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds string literals, joined ones too, that are SQL statements.
final class SqlText extends TreeScanner<@Nullable Void, Consumer<Tree>> {

  /// All lower or all upper case: a sentence for people begins with one capital.
  private static final Pattern STATEMENT =
      Pattern.compile(
          "^\\s*(?:(?:select|SELECT)\\s.*?(?:\\b(?:from|FROM)\\s|\\w\\()"
              + "|(?:insert|INSERT)\\s+(?:into|INTO)\\s"
              + "|(?:update|UPDATE)\\s.+?\\s(?:set|SET)\\s"
              + "|(?:delete|DELETE)\\s+(?:from|FROM)\\s"
              + "|(?:with|WITH)\\s.+?\\s(?:as|AS)\\s*\\("
              + "|(?:create|CREATE|alter|ALTER|drop|DROP)\\s+"
              + "(?:table|TABLE|index|INDEX|unique|UNIQUE|view|VIEW|role|ROLE|policy|POLICY)\\s)",
          Pattern.DOTALL);

  @Override
  public @Nullable Void visitLiteral(LiteralTree literal, Consumer<Tree> found) {
    if (literal.getValue() instanceof String text && STATEMENT.matcher(text).find()) {
      found.accept(literal);
    }
    return null;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree binary, Consumer<Tree> found) {
    if (binary.getKind() != Tree.Kind.PLUS) {
      return super.visitBinary(binary, found);
    }
    if (STATEMENT.matcher(joined(binary)).find()) {
      found.accept(binary);
      return null;
    }
    return super.visitBinary(binary, found);
  }

  /// What the parts add up to, with a letter for each part that is not a literal.
  private static String joined(Tree tree) {
    return switch (tree) {
      case BinaryTree binary when binary.getKind() == Tree.Kind.PLUS ->
          joined(binary.getLeftOperand()) + joined(binary.getRightOperand());
      case LiteralTree literal -> String.valueOf(literal.getValue());
      default -> " x ";
    };
  }
}
