package io.aftercall.embedded.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts processes out of reach of the terminal: neither Ctrl-C nor closing it ends them. */
public final class Session {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private Session() {}

    /** The command in a session of its own, under the process id it would have had; itself where there is no setsid. */
    public static List<String> own(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>(command);
        detached.add(0, SETSID.toString());
        return detached;
    }
}
