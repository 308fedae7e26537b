import javax.net.ssl.*;

public class Client {
  void trust() throws Exception {
    TrustManager[] all = new TrustManager[] {
      new X509TrustManager() {
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        public void checkServerTrusted(X509Certificate[] chain, String type) {} // finding: accepts every certificate

        public X509Certificate[] getAcceptedIssuers() {
          return null;
        }
      }
    };
    HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // finding: host name is accepted
    HostnameVerifier verifier = new HostnameVerifier() {
      public boolean verify(String host, SSLSession session) { // finding: host name is accepted
        return true;
      }
    };
    HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build(); // finding: accepts every certificate or host name
  }
}
