class Trust {
  SSLContext own(KeyStore authority) throws Exception {
    return SSLContexts.custom().loadTrustMaterial(authority, null).build();
  }

  SSLConnectionSocketFactory sockets(SSLContext context) {
    HostnameVerifier verifier = (host, session) -> host.endsWith(".example.org");
    return new SSLConnectionSocketFactory(context, verifier);
  }

  Comparator<String> order() {
    return Comparator.comparing((a, b) -> true);
  }

  void platform() {
    System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "false");
  }

  void engine(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
  }

  static class Telling implements X509TrustManager {
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
      try {
        usual.checkServerTrusted(chain, type);
      } catch (CertificateException e) {
        log.warn("bad certificate", e);
        throw e;
      }
    }
  }
}
