import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Verifies a presentation through the agency's Daricheh server. Java 17, no packages:
 *
 * <pre>java -Djdk.httpclient.allowRestrictedHeaders=host Agency.java held.json</pre>
 *
 * {@code held.json} holds the presentation with what you asked: see /daricheh/docs. DARICHEH_URL is where the server is
 * reached, DARICHEH_HOST the public host of your site (when it is another), DARICHEH_API_KEY your key.
 */
public final class Agency {
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String url = System.getenv("DARICHEH_URL");
    String host = System.getenv().getOrDefault("DARICHEH_HOST", URI.create(url).getAuthority());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/daricheh/api/verify"))
            .header("Authorization", "Bearer " + System.getenv("DARICHEH_API_KEY"))
            .header("Content-Type", "application/json")
            .header("Host", host)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(Path.of(arguments[0]))))
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(request, HttpResponse.BodyHandlers.ofByteArray());
    // 200: what was shown. Else a problem document: `code` for the program, `title_fa` and `title` for people.
    System.out.writeBytes(answer.body());
    System.out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    System.exit(answer.statusCode() == 200 ? 0 : 1);
  }
}
