package com.salescopilot.server.egress;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/// Every connection that the server makes to a machine that somebody named goes through here.
///
/// What is checked is the address that a socket connects to, in the moment it does: neither a name
/// that leads somewhere else the second time it is asked, nor a redirect, nor an odd spelling can
/// get past. The internet may be reached at the ports of the [Use], everything else only where the
/// operator said so.
public final class Egress {
  private static final Logger LOG = System.getLogger(Egress.class.getName());

  private final List<Allowed> allowed;
  private final Set<Endpoint> named;
  private final Resolver resolver;
  private final BiPredicate<Use, Integer> ports;

  /// @param allowed ranges that may be reached at any time
  /// @param named what the environment names, each allowed exactly
  public Egress(List<Allowed> allowed, Set<Endpoint> named, Resolver resolver) {
    this(allowed, named, resolver, Use::mayUse);
  }

  /// @param ports of the internet that may be used
  Egress(
      List<Allowed> allowed,
      Set<Endpoint> named,
      Resolver resolver,
      BiPredicate<Use, Integer> ports) {
    this.allowed = List.copyOf(allowed);
    this.named = Set.copyOf(named);
    this.resolver = resolver;
    this.ports = ports;
  }

  /// Makes sockets that refuse to connect where they may not.
  public SocketFactory sockets(Use use) {
    return new GuardedSockets(() -> new Guarded(use));
  }

  /// Makes such sockets too, and puts TLS upon them; who uses it has to have the name checked.
  public SSLSocketFactory encrypted(Use use) {
    return new GuardedTls((SSLSocketFactory) SSLSocketFactory.getDefault(), sockets(use));
  }

  /// Asks web servers; one for all.
  public WebClient web() {
    return new WebClient(this);
  }

  /// Asks web servers that answer line by line; one for all.
  public StreamClient streams() {
    return new StreamClient(this);
  }

  Resolver resolver() {
    return resolver;
  }

  /// Whether a socket would connect there.
  boolean mayConnect(Use use, InetSocketAddress there) {
    return mayReach(use, there.getHostString(), there.getAddress(), there.getPort());
  }

  /// Where a socket shall connect to: with its address, which has been checked.
  private InetSocketAddress judged(Use use, SocketAddress wanted) throws IOException {
    if (!(wanted instanceof InetSocketAddress internet)) {
      throw new EgressRefused("no address of the internet: " + wanted);
    }
    String host = internet.getHostString();
    InetAddress address =
        internet.isUnresolved() ? resolver.addresses(host).getFirst() : internet.getAddress();
    if (!mayReach(use, host, address, internet.getPort())) {
      LOG.log(
          Level.WARNING,
          "a connection to {0} for {1} was refused (SC_EGRESS_ALLOW)",
          address.getHostAddress() + ":" + internet.getPort(),
          use);
      throw new EgressRefused("not allowed: " + address.getHostAddress());
    }
    return new InetSocketAddress(address, internet.getPort());
  }

  private boolean mayReach(Use use, String host, InetAddress address, int port) {
    InetAddress meant = Reach.unwrapped(address);
    return named.contains(new Endpoint(host, port))
        || allowed.stream().anyMatch(range -> range.covers(meant, port))
        || (Reach.global(meant) && ports.test(use, port));
  }

  /// Checks and connects in one step.
  private final class Guarded extends Socket {
    private final Use use;

    Guarded(Use use) {
      super(Proxy.NO_PROXY);
      this.use = use;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      super.connect(judged(use, endpoint), timeout);
    }
  }
}
