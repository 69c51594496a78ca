package com.salescopilot.server.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// The last stretch of a streamed answer. Who writes there waits for the client, which is no load:
/// the right to run is given back meanwhile.
final class ToClient extends FilterOutputStream {
  private final Request.Permit permit;
  private final Stalls stalls;

  ToClient(OutputStream out, Request.Permit permit, Stalls stalls) {
    super(out);
    this.permit = permit;
    this.stalls = stalls;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    without(() -> out.write(bytes, from, length));
    permit.goOn();
  }

  @Override
  public void flush() throws IOException {
    without(out::flush);
    permit.goOn();
  }

  @Override
  public void close() throws IOException {
    without(out::close);
  }

  private void without(Stalls.Write write) throws IOException {
    permit.giveBack();
    stalls.write(write);
  }
}
