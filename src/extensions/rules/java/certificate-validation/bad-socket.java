class Client {
  void send(String host, byte[] message) throws IOException {
    SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(host, 443);
    socket.startHandshake(); // finding: The socket does not compare the
    socket.getOutputStream().write(message);
  }
}
