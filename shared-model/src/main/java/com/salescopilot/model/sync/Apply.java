package com.salescopilot.model.sync;

/// The one function that changes rows. It looks at a view and answers what would change; whoever
/// calls it writes the answer in one transaction. Desktop and server call the same code, so offline
/// and online cannot differ.
///
/// Laws, held by tests: applying twice is applying once and then a [Outcome.NoOp]; patches of
/// disjoint fields commute.
public final class Apply {
  private Apply() {}

  /// What the mutation does to the rows of the view.
  public static Result apply(View view, Mutation mutation, Stamp stamp) {
    var context = new Context(view, mutation.id(), stamp);
    if (Erased.concerns(view, mutation.change())) {
      return Result.rejected(
          RejectCode.GONE, "", "The data of this person was erased; nothing can be kept of them.");
    }
    return switch (mutation.change()) {
      case Change.Create create -> RowRules.create(context, create);
      case Change.Patch patch -> RowRules.patch(context, patch);
      case Change.Delete delete -> RowRules.delete(context, delete);
      case Change.Restore restore -> RowRules.restore(context, restore);
      case Command command -> command(context, command);
    };
  }

  private static Result command(Context context, Command command) {
    if (command.issuer() == Command.Issuer.SYSTEM
        && context.stamp().actor() instanceof Actor.Member) {
      return Result.rejected(
          RejectCode.FORBIDDEN, "", "Only the server itself issues " + command.op() + ".");
    }
    return switch (command) {
      case EmailCommand email -> EmailRules.apply(context, email);
      case CampaignCommand campaign -> CampaignRules.apply(context, campaign);
      case EnrolmentCommand enrolment -> EnrolmentRules.apply(context, enrolment);
      case ProspectCommand prospect -> ProspectRules.apply(context, prospect);
      case SuppressionCommand suppression -> SuppressionRules.apply(context, suppression);
      case ImportCommand imported -> ImportRules.apply(context, imported);
      case CompanyCommand company -> CompanyRules.apply(context, company);
    };
  }
}
