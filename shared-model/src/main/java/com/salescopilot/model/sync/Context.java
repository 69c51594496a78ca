package com.salescopilot.model.sync;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.Entity;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.id.UserId;
import com.salescopilot.model.value.Value;
import java.util.Optional;
import java.util.UUID;

/// What a rule sees of the mutation it judges.
record Context(View view, UUID mutation, Stamp stamp) {

  Optional<Doc> row(Entity entity, UUID id) {
    return view.row(new RowKey(entity, id));
  }

  Optional<UserId> user() {
    return stamp.actor() instanceof Actor.Member member
        ? Optional.of(member.user())
        : Optional.empty();
  }

  /// Whether the actor may change a row that belongs to its maker: the maker, an admin, the server.
  /// What is part of a campaign belongs to the campaign's maker.
  boolean mayChange(Doc row) {
    return switch (row.entity()) {
      case CAMPAIGN_STEP, CAMPAIGN_PROSPECT ->
          row.uuid("campaignId")
              .flatMap(id -> row(Entity.CAMPAIGN, id))
              .map(this::isTheirs)
              // a client may not have it yet; a server always has
              .orElse(true);
      case PROSPECT,
          PROSPECT_ALIAS,
          COMPANY_DATA,
          CAMPAIGN,
          TEMPLATE,
          EMAIL,
          SUPPRESSION,
          EMAIL_DRAFT,
          TEMPLATE_FAVORITE,
          TASK,
          PROSPECT_IMPORT,
          CONFLICT ->
          isTheirs(row);
    };
  }

  private boolean isTheirs(Doc owned) {
    return switch (stamp.actor()) {
      case Actor.Internal server -> true;
      case Actor.Member member ->
          member.role() == Role.ADMIN
              || owned.uuid("userId").equals(Optional.of(member.user().value()));
    };
  }

  /// The prospect that an id stands for: itself, or the survivor of a merge.
  UUID prospect(UUID id) {
    return Survivor.of(view, id);
  }

  /// The same for the id in a field's value; other values are left alone.
  Value prospect(Value id) {
    return id instanceof Value.Text(String text)
        ? Value.text(prospect(UUID.fromString(text)).toString())
        : id;
  }

  RowChange change(Doc before, Doc after) {
    return new RowChange(after.key(), Optional.of(before), Optional.of(after));
  }

  RowChange added(Doc row) {
    return new RowChange(row.key(), Optional.empty(), Optional.of(row));
  }

  Result gone(String what) {
    return Result.rejected(RejectCode.GONE, "", what + " is not there any more.");
  }

  Result forbidden(String what) {
    return Result.rejected(
        RejectCode.FORBIDDEN, "", "Only its owner or an admin may change this " + what + ".");
  }
}
