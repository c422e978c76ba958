import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes the events that the agency's Daricheh server sends, on port 8080 or the one named. Java 17, no packages:
 *
 * <pre>java Webhook.java</pre>
 *
 * DARICHEH_WEBHOOK_SECRET holds the secret as it stands in the server's {@code secretFile} (two, with a space between, while one is changed).
 */
public final class Webhook {
  /** Keep the ids where your cases are kept, in the transaction that does what the event asks for. */
  private static final Set<String> seen = ConcurrentHashMap.newKeySet();

  public static void main(String[] arguments) throws IOException {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", Webhook::take);
    server.start();
  }

  private static void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String id = header(exchange, "webhook-id");
    boolean isOurs = isOurs(id, header(exchange, "webhook-timestamp"), header(exchange, "webhook-signature"), body);
    // Parse the body with the JSON library that you have, and read the case at data.links.case with your API key.
    if (isOurs && seen.add(id)) System.out.println(new String(body, StandardCharsets.UTF_8));
    // To a repetition too: it was dealt with.
    exchange.sendResponseHeaders(isOurs ? 204 : 400, -1);
    exchange.close();
  }

  /** True when one of the secrets signed this id, this time and this very body, in the last five minutes. */
  private static boolean isOurs(String id, String sentAt, String signatures, byte[] body) {
    if (!sentAt.matches("\\d{1,12}") || Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(sentAt)) > 300) return false;
    for (String secret : System.getenv("DARICHEH_WEBHOOK_SECRET").split(" ")) {
      byte[] ours = ("v1," + sign(secret, id + "." + sentAt + ".", body)).getBytes(StandardCharsets.US_ASCII);
      for (String given : signatures.split(" ")) {
        if (MessageDigest.isEqual(ours, given.getBytes(StandardCharsets.US_ASCII))) return true;
      }
    }
    return false;
  }

  private static String sign(String secret, String start, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
      mac.update(start.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }
}
