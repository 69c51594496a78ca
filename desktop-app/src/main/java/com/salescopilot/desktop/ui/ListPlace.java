package com.salescopilot.desktop.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Where a list stands: its rows, or what to do while there are none, and above them why they could
/// not be read.
public final class ListPlace {
  private final Texts texts;
  private final Class<?> owner;
  private final Nodes nodes;
  private final Offer nothing;
  private final Offer noHit;
  private boolean known;

  /// The parts of the place.
  ///
  /// @param nothing stands instead of the rows; the empty state, or what is around it
  public record Nodes(Node rows, Node nothing, EmptyState empty, FailureBar failure) {}

  /// What is said, and offered, instead of rows.
  ///
  /// @param words the key before `.title` and `.text`
  /// @param action the key of what the button says
  public record Offer(String words, String action, Runnable next) {}

  /// @param owner a class of the package whose words these are
  /// @param nothing while there are no rows at all
  /// @param noHit while a search finds none
  public ListPlace(Texts texts, Class<?> owner, Nodes nodes, Offer nothing, Offer noHit) {
    this.texts = texts;
    this.owner = owner;
    this.nodes = nodes;
    this.nothing = nothing;
    this.noHit = noHit;
  }

  /// Shows how far the list is, from now on.
  public void follow(ObservableValue<Load> load) {
    nodes.failure().follow(load);
    load.addListener((_, _, now) -> show(now));
    show(load.getValue());
  }

  private void show(Load now) {
    known |= now instanceof Load.Ready || now instanceof Load.Empty;
    boolean unread = now instanceof Load.Failed && !known;
    nodes.nothing().setVisible(now instanceof Load.Empty || unread);
    nodes.rows().setVisible(!nodes.nothing().isVisible());
    switch (now) {
      case Load.Failed(String why) -> {
        if (unread) {
          ReadPlace.unread(nodes.empty(), why, nodes.failure(), texts);
        }
      }
      case Load.Empty(boolean searched) -> offer(searched ? noHit : nothing);
      case Load.Reading _, Load.Ready _ -> {}
    }
  }

  private void offer(Offer offer) {
    nodes.empty().setTitle(texts.get(owner, offer.words() + ".title"));
    nodes.empty().setText(texts.get(owner, offer.words() + ".text"));
    nodes.empty().setAction(texts.get(owner, offer.action()));
    nodes.empty().setOnAction(_ -> offer.next().run());
  }
}
