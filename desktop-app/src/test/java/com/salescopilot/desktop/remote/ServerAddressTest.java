package com.salescopilot.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where passwords and tokens may travel.
final class ServerAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://copilot.example.com",
        "http://10.0.0.1:8080",
        "http://0.0.0.0:8080",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://127.example.com",
        "http://[::2]:8080",
        "http://[fe80::1]:8080",
        "HTTP://copilot.example.com",
      })
  void nobody_sends_them_in_clear_to_another_machine(String address) {
    assertThatExceptionOfType(RemoteException.Refused.class)
        .isThrownBy(() -> ServerAddress.parse(address))
        .withMessageContaining("https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "http://127.1.2.3:8080",
        "http://localhost:8080",
        "http://LOCALHOST:8080",
        "http://[::1]:8080",
        "https://copilot.example.com",
        "https://10.0.0.1:8443",
      })
  void this_machine_and_what_is_encrypted_are_spoken_to(String address) {
    assertThat(ServerAddress.parse(address).toString()).isEqualToIgnoringCase(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "copilot.example.com",
        "ftp://copilot.example.com",
        "https://ana:secret@copilot.example.com",
        "https://copilot.example.com?token=x",
      })
  void what_is_no_address_of_a_server_is_refused(String address) {
    assertThatExceptionOfType(RemoteException.Refused.class)
        .isThrownBy(() -> ServerAddress.parse(address));
  }
}
