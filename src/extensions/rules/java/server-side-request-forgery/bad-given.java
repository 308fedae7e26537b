import java.net.*;
import java.net.http.*;
import javax.imageio.ImageIO;

class Hooks {
  void deliver(Webhook hook, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hook.getUrl())) // finding: Nothing looks at where
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    client.send(request, HttpResponse.BodyHandlers.discarding());
  }

  BufferedImage avatar(String avatarUrl) throws Exception {
    return ImageIO.read(new URL(avatarUrl)); // finding: Nothing looks at where 'avatarUrl' leads before it is asked.
  }
}
