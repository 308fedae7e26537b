import javax.net.ssl.*;

public class Client {
  void open(SSLSocket socket) throws Exception {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    SSLContext other = SSLContext.getInstance("TLS");
    socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
  }
}
