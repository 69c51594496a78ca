package com.salescopilot.model.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HeaderMappingTest {

  @Test
  void columns_are_known_by_the_words_that_files_use() {
    assertThat(targets("E-Mail Address", "VORNAME", "Sur-Name", "Firma", "Job_Title"))
        .containsExactly("email", "firstName", "lastName", "company", "jobTitle");
    assertThat(targets("mail", "given name", "Nachname", "Organization", "Role"))
        .containsExactly("email", "firstName", "lastName", "company", "jobTitle");
  }

  @Test
  void what_is_no_field_becomes_a_custom_field_in_camel_case() {
    assertThat(targets("email", "Phone Number", "budget_2026", "Größe (m)", "VAT", "VATNumber"))
        .containsExactly("email", "*phoneNumber", "*budget2026", "*größeM", "*vat", "*vatNumber");
  }

  @Test
  void the_first_column_of_a_field_has_it_and_no_two_share_a_key() {
    assertThat(targets("email", "E-Mail", "phone", "Phone", "", "!"))
        .containsExactly("email", "*eMail", "*phone", "*phone2", "-", "*column");
  }

  @Test
  void a_header_of_an_export_names_its_custom_fields_exactly() {
    assertThat(targets("customFields.Budget (€)", "customFields.email", "customFields. a"))
        .containsExactly("*Budget (€)", "*email", "* a");
  }

  @Test
  void what_an_error_file_said_is_passed_over() {
    assertThat(targets("email", "error")).containsExactly("email", "-");
    assertThat(targets("error", "email")).containsExactly("*error", "email");
  }

  @Test
  void a_field_given_to_another_column_is_taken_from_the_first() {
    HeaderMapping mapping = HeaderMapping.guess(List.of("mail", "work mail"));
    assertThat(names(mapping.with(1, new ColumnTarget.Field(ProspectField.EMAIL))))
        .containsExactly("-", "email");
  }

  private static List<String> targets(String... header) {
    return names(HeaderMapping.guess(List.of(header)));
  }

  private static List<String> names(HeaderMapping mapping) {
    return mapping.targets().stream()
        .map(
            target ->
                switch (target) {
                  case ColumnTarget.Field(ProspectField field) -> field.restName();
                  case ColumnTarget.Custom(String key) -> "*" + key;
                  case ColumnTarget.Ignored ignored -> "-";
                })
        .toList();
  }
}
