package com.salescopilot.server.egress;

import com.salescopilot.server.http.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Which addresses belong to the internet at large: global unicast, whatever the spelling. All
/// others lead into somebody's own network, or nowhere.
final class Reach {
  private static final List<Network> NOT_GLOBAL =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          // IETF protocols (Teredo hides an IPv4 address in there), documentation twice
          "2001::/23",
          "2001:db8::/32",
          "3fff::/20");

  /// All of IPv6 that is given out; what lies outside is local, multicast or reserved.
  private static final Network GLOBAL_IPV6 = Network.parse("2000::/3");

  private static final Network NAT64 = Network.parse("64:ff9b::/96");
  private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

  private Reach() {}

  /// Whether the address is one of the internet's.
  ///
  /// @param address unwrapped
  static boolean global(InetAddress address) {
    boolean ipv4 = address.getAddress().length == 4;
    return (ipv4 || GLOBAL_IPV6.contains(address))
        && NOT_GLOBAL.stream().noneMatch(network -> network.contains(address));
  }

  /// The IPv4 address that an IPv6 address stands for (RFC 6052, RFC 3056), or the address itself.
  /// Java has unwrapped `::ffff:0:0/96` already.
  static InetAddress unwrapped(InetAddress address) {
    if (NAT64.contains(address)) {
      return ipv4(address.getAddress(), 12);
    }
    return SIX_TO_FOUR.contains(address) ? ipv4(address.getAddress(), 2) : address;
  }

  private static InetAddress ipv4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // four bytes are an address
    }
  }

  private static List<Network> networks(String... texts) {
    return Arrays.stream(texts).map(Network::parse).toList();
  }
}
