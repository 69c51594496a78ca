package com.salescopilot.model.sync;

/// A change by name: what is wanted, not which fields.
public sealed interface Command extends Change
    permits EmailCommand,
        CampaignCommand,
        EnrolmentCommand,
        ProspectCommand,
        SuppressionCommand,
        ImportCommand,
        CompanyCommand {

  /// The operation's name on the wire, such as `email.send`.
  String op();

  /// Who may issue it.
  default Issuer issuer() {
    return Issuer.CLIENT;
  }

  /// Who may issue a command.
  enum Issuer {
    CLIENT,
    /// Workers, consumers and hooks of the server; from a client it is FORBIDDEN.
    SYSTEM
  }
}
