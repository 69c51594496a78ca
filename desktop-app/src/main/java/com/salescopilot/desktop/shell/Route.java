package com.salescopilot.desktop.shell;

import java.util.Optional;
import java.util.UUID;

/// A place in the program. Features meet here and know nothing else of each other.
public sealed interface Route {
  /// How it is written, after the pages of the product: `/campaigns/…`.
  String path();

  /// Signed out or not: where one may be before there is a workspace.
  default boolean needsWorkspace() {
    return true;
  }

  record Dashboard() implements Route {
    @Override
    public String path() {
      return "/";
    }
  }

  /// A letter.
  ///
  /// @param draft the draft that is written on; empty: a new one
  /// @param to the prospect a new one goes to
  /// @param address the address a new one goes to, whoever has it
  /// @param campaign the campaign a new one belongs to
  record Compose(
      Optional<UUID> draft, Optional<UUID> to, Optional<String> address, Optional<UUID> campaign)
      implements Route {
    /// A new letter.
    public static Compose fresh() {
      return new Compose(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A new letter to somebody.
    public static Compose to(UUID prospect) {
      return new Compose(
          Optional.empty(), Optional.of(prospect), Optional.empty(), Optional.empty());
    }

    /// A new letter to an address.
    public static Compose toAddress(String address) {
      return new Compose(
          Optional.empty(), Optional.empty(), Optional.of(address), Optional.empty());
    }

    /// A new letter of a campaign to one whom it reaches.
    public static Compose of(UUID campaign, UUID prospect) {
      return new Compose(
          Optional.empty(), Optional.of(prospect), Optional.empty(), Optional.of(campaign));
    }

    /// A letter that was begun.
    public static Compose on(UUID draft) {
      return new Compose(Optional.of(draft), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whether anything is said of the letter.
    public boolean isFresh() {
      return equals(fresh());
    }

    @Override
    public String path() {
      return "/compose";
    }
  }

  record Campaigns() implements Route {
    @Override
    public String path() {
      return "/campaigns";
    }
  }

  record NewCampaign() implements Route {
    @Override
    public String path() {
      return "/campaigns/new";
    }
  }

  record CampaignDetail(UUID id) implements Route {
    @Override
    public String path() {
      return "/campaigns/" + id;
    }
  }

  /// Whom a campaign may take in besides.
  record CampaignAudience(UUID id) implements Route {
    @Override
    public String path() {
      return "/campaigns/" + id + "/audience";
    }
  }

  /// What a campaign sends, step by step.
  ///
  /// @param step the one to begin with
  record CampaignSteps(UUID id, Optional<UUID> step) implements Route {
    /// All of them.
    public static CampaignSteps of(UUID campaign) {
      return new CampaignSteps(campaign, Optional.empty());
    }

    @Override
    public String path() {
      return "/campaigns/" + id + "/steps";
    }
  }

  /// When a campaign sends.
  record CampaignTimes(UUID id) implements Route {
    @Override
    public String path() {
      return "/campaigns/" + id + "/times";
    }
  }

  /// What stands against starting a campaign, and what would leave of it.
  record CampaignOutlook(UUID id) implements Route {
    @Override
    public String path() {
      return "/campaigns/" + id + "/outlook";
    }
  }

  record Prospects() implements Route {
    @Override
    public String path() {
      return "/prospects";
    }
  }

  record ImportProspects() implements Route {
    @Override
    public String path() {
      return "/prospects/import";
    }
  }

  record ProspectDetail(UUID id) implements Route {
    @Override
    public String path() {
      return "/prospects/" + id;
    }
  }

  record Templates() implements Route {
    @Override
    public String path() {
      return "/templates";
    }
  }

  record NewTemplate() implements Route {
    @Override
    public String path() {
      return "/templates/new";
    }
  }

  record EditTemplate(UUID id) implements Route {
    @Override
    public String path() {
      return "/templates/" + id;
    }
  }

  /// What one has to do.
  ///
  /// @param prospect whom it is about, if it is about one
  record Tasks(Optional<UUID> prospect) implements Route {
    /// All of it.
    public static Tasks all() {
      return new Tasks(Optional.empty());
    }

    /// What is to be done about somebody.
    public static Tasks about(UUID prospect) {
      return new Tasks(Optional.of(prospect));
    }

    @Override
    public String path() {
      return "/tasks";
    }
  }

  record Login() implements Route {
    @Override
    public String path() {
      return "/login";
    }

    @Override
    public boolean needsWorkspace() {
      return false;
    }
  }

  record Signup() implements Route {
    @Override
    public String path() {
      return "/signup";
    }

    @Override
    public boolean needsWorkspace() {
      return false;
    }
  }

  /// A new password, by a code that came by mail.
  record NewPassword() implements Route {
    @Override
    public String path() {
      return "/password";
    }

    @Override
    public boolean needsWorkspace() {
      return false;
    }
  }

  /// Who one is at the server, and leaving.
  record Account() implements Route {
    @Override
    public String path() {
      return "/settings/account";
    }
  }

  /// Who works together here.
  record Workspace() implements Route {
    @Override
    public String path() {
      return "/settings/workspace";
    }
  }

  record Settings() implements Route {
    @Override
    public String path() {
      return "/settings";
    }
  }

  /// What this person must decide because others wrote too.
  ///
  /// @param conflict the one to begin with
  record Conflicts(Optional<UUID> conflict) implements Route {
    /// All of them.
    public static Conflicts all() {
      return new Conflicts(Optional.empty());
    }

    @Override
    public String path() {
      return "/sync/conflicts";
    }
  }

  /// What was deleted.
  record Trash() implements Route {
    @Override
    public String path() {
      return "/trash";
    }
  }

  record SyncCentre() implements Route {
    @Override
    public String path() {
      return "/sync";
    }
  }
}
