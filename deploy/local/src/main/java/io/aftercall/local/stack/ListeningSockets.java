package io.aftercall.local.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose a port is. An answer from a port alone proves little: another program may have taken it the moment before ours
 * tried to.
 */
final class ListeningSockets {

    private static final String LISTENING = "0A";

    // Places in a line of /proc/net/tcp.
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    /** Whether this process listens on this port. */
    static boolean belong(long pid, int port) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            Set<String> sockets = new HashSet<>(socketsOn(process.resolve("net/tcp"), port));
            sockets.addAll(socketsOn(process.resolve("net/tcp6"), port));
            return !sockets.isEmpty() && holdsAny(process.resolve("fd"), sockets);
        } catch (IOException e) {
            // It ended while we looked.
            return false;
        }
    }

    private static Set<String> socketsOn(Path table, int port) throws IOException {
        String suffix = ":%04X".formatted(port);
        Set<String> sockets = new HashSet<>();
        for (String line : Files.readAllLines(table)) {
            String[] fields = line.strip().split("\\s+");
            if (fields[LOCAL_ADDRESS].endsWith(suffix) && fields[STATE].equals(LISTENING)) {
                sockets.add("socket:[" + fields[INODE] + "]");
            }
        }
        return sockets;
    }

    private static boolean holdsAny(Path descriptors, Set<String> sockets) throws IOException {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            // Closed meanwhile.
            return "";
        }
    }
}
