import javax.net.ssl.*;

public class Client implements X509TrustManager {
  private X509TrustManager inner;

  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    inner.checkServerTrusted(chain, type);
  }

  void trust() throws Exception {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(null, factory.getTrustManagers(), null);
    connection.setHostnameVerifier((host, session) -> "api.example.org".equals(host));
  }

  boolean verify(String password, String hash) {
    return true;
  }
}
