package com.salescopilot.model.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CompanyTest {

  @Test
  void colleagues_have_the_same_exact_domain() {
    assertThat(Company.domain("ana@Acme.example")).contains("acme.example");
    assertThat(Company.domain("ana@mail.acme.example")).contains("mail.acme.example");
  }

  @Test
  void at_a_free_mail_service_nobody_is_a_colleague() {
    assertThat(Company.domain("ana@GMail.com")).isEmpty();
    assertThat(Company.domain("ana@web.de")).isEmpty();
    assertThat(Company.domain("nobody")).isEmpty();
  }
}
