import javax.net.ssl.*;

public class Client {
  void open(SSLSocket socket) throws Exception {
    SSLContext context = SSLContext.getInstance("SSLv3"); // finding: may use SSLv3
    SSLContext other = SSLContext.getInstance("TLSv1"); // finding: may use TLSv1
    socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.1"}); // finding: may use TLSv1.1
  }
}
