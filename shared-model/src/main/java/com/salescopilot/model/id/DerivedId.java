package com.salescopilot.model.id;

import java.nio.ByteBuffer;
import java.util.UUID;

/// Ids that two machines compute alike, so that a row both of them make is one row.
///
/// UUIDv8 (RFC 9562 §5.8): the first 128 bits of SHA-256 over a kind and its parts, with the
/// version and variant bits set. The kinds and the order of the parts are part of the data format:
/// changing one would double rows.
public final class DerivedId {
  private static final long VERSION_MASK = 0x0000_0000_0000_F000L;
  private static final long VERSION_8 = 0x0000_0000_0000_8000L;
  private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
  private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

  private DerivedId() {}

  /// The enrolment of a prospect in a campaign.
  public static UUID enrolment(UUID campaign, UUID prospect) {
    return of("enrolment", campaign, prospect);
  }

  /// The mail that a draft becomes. Its author is a part of it: whoever knows the draft's id could
  /// otherwise have a mail of their own under the same id, and hear of the opens and replies of
  /// both.
  ///
  /// @param generation from 1; rises only after a cancel
  public static UUID email(UserId author, UUID draft, int generation) {
    return of("email", author, draft, generation);
  }

  /// The mail of a REST send without a draft.
  ///
  /// @param key the client's idempotency key
  public static UUID emailForKey(UserId user, String key) {
    return of("emailForKey", user, key);
  }

  /// The mail that a step of a campaign becomes for a prospect.
  ///
  /// @param position of the step, from 1
  /// @param rotation how often the prospect began anew
  public static UUID stepEmail(UUID campaign, UUID prospect, int position, int rotation) {
    return of("stepEmail", campaign, prospect, position, rotation);
  }

  /// The note that nothing more goes to an address.
  ///
  /// @param address in the form in which addresses are compared
  public static UUID suppression(WorkspaceId workspace, String address) {
    return of("suppression", workspace, address);
  }

  /// What is left of the address of somebody whose data was erased.
  ///
  /// @param address in the form in which addresses are compared
  public static UUID erased(String address) {
    return of("erased", address);
  }

  /// The draft for a further recipient of a draft.
  public static UUID siblingDraft(UUID draft, UUID prospect) {
    return of("siblingDraft", draft, prospect);
  }

  /// The mailbox of members who have none of their own.
  public static UUID defaultMailbox(WorkspaceId workspace) {
    return of("defaultMailbox", workspace);
  }

  /// A user's mark on a template.
  public static UUID favourite(UserId user, UUID template) {
    return of("favourite", user, template);
  }

  /// That a mutation was refused, for what one of its fields says.
  public static UUID conflict(UUID mutation, String field) {
    return of("conflict", mutation, field);
  }

  /// That what a mutation wrote into one field of a row lost. An import writes many rows.
  public static UUID conflict(UUID mutation, UUID row, String field) {
    return of("conflict", mutation, row, field);
  }

  /// The row that keeps a text which could not be merged.
  public static UUID conflictedCopy(UUID mutation) {
    return of("conflictedCopy", mutation);
  }

  /// A mutation that came again with another body.
  ///
  /// @param hash of the new body, in hexadecimal
  public static UUID rewritten(UUID mutation, String hash) {
    return of("rewritten", mutation, hash);
  }

  /// The mutation of a REST request that carries an `Idempotency-Key`.
  public static UUID keyed(UserId user, String key) {
    return of("keyed", user, key);
  }

  /// A portion of an import, as a change and as the row that remembers what it did. Whose import it
  /// is, is a part of it: nobody can stand in the way of somebody else's.
  ///
  /// @param chunk from 0
  public static UUID importChunk(UserId user, UUID importId, int chunk) {
    return of("importChunk", user, importId, chunk);
  }

  /// The prospect that an import makes of an address it does not know.
  ///
  /// @param address in its canonical form
  public static UUID imported(UserId user, UUID importId, String address) {
    return of("imported", user, importId, address);
  }

  /// What is known of the company with this domain.
  public static UUID company(WorkspaceId workspace, String domain) {
    return of("company", workspace, domain);
  }

  /// What somebody has to do because of an event.
  ///
  /// @param kind of the task
  public static UUID task(UUID event, String kind) {
    return of("task", event, kind);
  }

  private static UUID of(String kind, Object... parts) {
    ByteBuffer digest = Digest.of(kind, parts);
    long most = (digest.getLong() & ~VERSION_MASK) | VERSION_8;
    long least = (digest.getLong() & ~VARIANT_MASK) | VARIANT_RFC;
    return new UUID(most, least);
  }
}
