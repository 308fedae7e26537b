import java.net.*;
import java.net.http.*;
import javax.imageio.ImageIO;

class Hooks {
  private final String webhookUrl;

  void deliver(Webhook hook, String body) throws Exception {
    if (!isPublic(URI.create(hook.getUrl()).getHost())) throw new IOException("blocked");
    client.send(HttpRequest.newBuilder(URI.create(hook.getUrl())).build(), HttpResponse.BodyHandlers.discarding());
  }

  void own(String body) throws Exception {
    client.send(HttpRequest.newBuilder(URI.create(this.webhookUrl)).build(), HttpResponse.BodyHandlers.discarding());
  }

  BufferedImage avatar(String avatarUrl) throws Exception {
    if (!HOSTS.contains(new URL(avatarUrl).getHost())) throw new IOException("blocked");
    return ImageIO.read(new URL(avatarUrl));
  }
}
