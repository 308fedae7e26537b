class Trust {
  SSLContext all() throws Exception {
    return SSLContexts.custom().loadTrustMaterial(null, (chain, type) -> true).build(); // finding: Every certificate or host name is
  }

  SSLContext signedByAnyone() throws Exception {
    return SSLContextBuilder.create().loadTrustMaterial(new TrustSelfSignedStrategy()).build(); // finding: 'TrustSelfSignedStrategy' accepts every certificate or host
  }

  SSLConnectionSocketFactory sockets(SSLContext context) {
    HostnameVerifier verifier = (host, session) -> true; // finding: Every certificate or host name is
    return new SSLConnectionSocketFactory(context, verifier);
  }

  void platform() {
    System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true"); // finding: The host name is not compared
  }

  Properties mail() {
    Properties settings = new Properties();
    settings.put("mail.smtp.ssl.trust", "*"); // finding: The host name is not compared
    return settings;
  }

  void engine(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(""); // finding: The host name is not compared
    engine.setSSLParameters(parameters);
  }

  static class InDate implements X509TrustManager {
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // finding: The trust manager accepts every certificate
      chain[0].checkValidity();
    }
  }

  static class Swallowing implements X509TrustManager {
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // finding: The trust manager accepts every certificate
      try {
        usual.checkServerTrusted(chain, type);
      } catch (CertificateException e) {
        log.warn("bad certificate", e);
      }
    }
  }
}
