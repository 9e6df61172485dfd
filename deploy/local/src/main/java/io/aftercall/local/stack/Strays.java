package io.aftercall.local.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Processes of a stack that no pid file remembers: started the moment the launcher was killed. */
final class Strays {

    private Strays() {}

    /** The option that marks every Java process of the stack in this folder. */
    static String mark(Path root) {
        return "-Daftercall.stack=" + root;
    }

    static List<StackProcess> of(Path root) {
        String mark = mark(root);
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(mark::equals))
                .map(process -> StackProcess.of(process.pid(), 0))
                .toList();
    }
}
