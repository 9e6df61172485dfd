package io.aftercall.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a packaged service: answers its health check and says what environment it was given. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv("BROKEN") != null) {
            throw new IllegalStateException("the database does not fit");
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server.createContext("/", exchange -> {
            String variable = exchange.getRequestURI().getPath().substring(1);
            byte[] answer = String.valueOf(System.getenv(variable)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** A checkout in which every service is this one. */
    static Path checkout(Path folder) throws IOException {
        for (Component service : Component.services()) {
            Path jar = folder.resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
            String file = FakeService.class.getName().replace('.', '/') + ".class";
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                    var content = FakeService.class.getResourceAsStream("/" + file)) {
                out.putNextEntry(new JarEntry(file));
                content.transferTo(out);
                out.closeEntry();
            }
        }
        return folder;
    }
}
