package io.aftercall.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Held while a stack is started or stopped, so that two commands never do so at once; a crash releases it. */
final class StackLock implements AutoCloseable {

    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    static StackLock of(StackFolder folder) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new StackLock(channel);
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            close(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new StackFailure(
                "Another aftercall command is starting or stopping the stack in %s.".formatted(folder.root()),
                "Wait for it, or end it, and try again.");
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
