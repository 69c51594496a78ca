package com.salescopilot.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeepLinkTest {
  private static final UUID ID = UUID.fromString("01970000-0000-7000-8000-0000000000aa");

  @Test
  void a_link_leads_to_a_prospect_a_campaign_or_a_new_letter() {
    assertThat(DeepLink.parse("salescopilot://prospect/" + ID))
        .isEqualTo(new DeepLink.To(new Route.ProspectDetail(ID)));
    assertThat(DeepLink.parse("salescopilot://campaign/" + ID))
        .isEqualTo(new DeepLink.To(new Route.CampaignDetail(ID)));
    assertThat(DeepLink.parse("salescopilot://compose?to=ann+x%40b.example"))
        .isEqualTo(new DeepLink.Letter("ann+x@b.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "salescopilot:",
        "salescopilot://prospect/",
        "salescopilot://prospect/1",
        "salescopilot://prospect/01970000-0000-7000-8000-0000000000aa/delete",
        "salescopilot://prospect/01970000-0000-7000-8000-0000000000aa?send=1",
        "salescopilot://campaign/01970000-0000-7000-8000-0000000000aa\n",
        "salescopilot://settings",
        "salescopilot://compose?to=nobody",
        "salescopilot://compose?to=%zz",
        "salescopilot://compose?to=a%40b.example&body=hello",
        "salescopilot://compose?to=a%40b.example%0Abcc%3Ac%40d.example",
        "https://prospect/01970000-0000-7000-8000-0000000000aa",
      })
  void anything_else_leads_nowhere(String link) {
    assertThat(DeepLink.parse(link)).isEqualTo(new DeepLink.Nowhere());
  }

  @Test
  void a_link_that_is_too_long_leads_nowhere() {
    String address = "a".repeat(DeepLink.LONGEST) + "@b.example";
    assertThat(DeepLink.parse("salescopilot://compose?to=" + address))
        .isEqualTo(new DeepLink.Nowhere());
  }
}
