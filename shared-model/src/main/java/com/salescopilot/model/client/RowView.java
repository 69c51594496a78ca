package com.salescopilot.model.client;

import com.salescopilot.model.entity.Doc;
import com.salescopilot.model.entity.RowKey;
import com.salescopilot.model.sync.FieldWrite;
import com.salescopilot.model.sync.Grave;
import com.salescopilot.model.sync.NaturalKey;
import com.salescopilot.model.sync.View;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// A client's rows as the rules look at them. History, trash and uniqueness are the server's to
/// judge; of the trash it knows what was put there from here and is still to be told.
record RowView(Function<RowKey, Optional<Doc>> rows, Function<RowKey, Optional<Grave>> graves)
    implements View {

  private RowView(Function<RowKey, Optional<Doc>> rows) {
    this(rows, _ -> Optional.empty());
  }

  /// What is on screen.
  static RowView visible(ClientTx tx) {
    return new RowView(
        tx::visible,
        key ->
            tx.image(key)
                .filter(_ -> tx.visible(key).isEmpty())
                .map(image -> new Grave(key, image.rev(), image.row())));
  }

  /// The server's rows alone: the image where mutations wait, what is shown elsewhere.
  static RowView server(ClientTx tx) {
    return new RowView(
        key -> {
          Optional<ClientTx.ServerImage> image = tx.image(key);
          return image.isPresent() ? image.get().row() : tx.visible(key);
        });
  }

  /// What pending mutations on some rows are folded onto: the server's version of these, and of
  /// others what is on screen, or the server's where it was removed here: they may be pending too.
  static RowView beneath(ClientTx tx, Set<RowKey> folded) {
    RowView server = server(tx);
    return new RowView(
        key -> folded.contains(key) ? server.row(key) : tx.visible(key).or(() -> server.row(key)));
  }

  @Override
  public Optional<Doc> row(RowKey key) {
    return rows.apply(key);
  }

  @Override
  public Optional<Grave> grave(RowKey key) {
    return graves.apply(key);
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key, String field) {
    return Optional.empty();
  }

  @Override
  public Optional<FieldWrite> lastWrite(RowKey key) {
    return Optional.empty();
  }

  @Override
  public Optional<UUID> find(NaturalKey key) {
    return Optional.empty();
  }
}
