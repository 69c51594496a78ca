package com.salescopilot.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// A range of addresses in CIDR notation.
///
/// @param address the first address of the range
/// @param bits how many leading bits belong to the range
public record Network(InetAddress address, int bits) {
  /// Masks what lies behind the prefix.
  public Network {
    int width = address.getAddress().length * Byte.SIZE;
    if (bits < 0 || bits > width) {
      throw new IllegalArgumentException("The prefix must be 0 to " + width + " bits long.");
    }
    address = masked(address, bits);
  }

  /// Reads `10.0.0.0/8`, `::1/128` or a single address; never asks a name server.
  ///
  /// @throws IllegalArgumentException with a sentence for people
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    try {
      InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int width = address.getAddress().length * Byte.SIZE;
      return new Network(address, slash < 0 ? width : Integer.parseInt(text.substring(slash + 1)));
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("\"" + text + "\" is not a range such as 10.0.0.0/8.");
    }
  }

  /// The network of an address, for counting: /24 for IPv4, /56 for IPv6.
  public static Network around(InetAddress address) {
    return new Network(address, address.getAddress().length == 4 ? 24 : 56);
  }

  /// Whether the address lies in the range.
  public boolean contains(InetAddress other) {
    return other.getAddress().length == address.getAddress().length
        && masked(other, bits).equals(address);
  }

  private static InetAddress masked(InetAddress address, int bits) {
    byte[] bytes = Arrays.copyOf(address.getAddress(), address.getAddress().length);
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.clamp(bits - i * (long) Byte.SIZE, 0, Byte.SIZE);
      bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // the length is that of an address
    }
  }
}
