package io.aftercall.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a start from doing harm: enough space, one command at a time, nothing left over. */
class StackGuardsTest {

    @TempDir
    Path root;

    @Test
    void tooLittleSpaceIsRefusedWithFiguresAndAdvice() {
        assertThatThrownBy(() -> DiskSpace.require(root, 999L << 20))
                .isInstanceOfSatisfying(StackFailure.class, failure -> {
                    assertThat(failure).hasMessageContaining("999 MB").hasMessageContaining("1000 MB");
                    assertThat(failure.remedy()).contains("Free some space");
                });
    }

    @Test
    void enoughSpaceIsFine() {
        assertThatCode(() -> DiskSpace.require(root, 1000L << 20)).doesNotThrowAnyException();
    }

    @Test
    void aSecondCommandIsTurnedAwayUntilTheFirstIsDone() {
        StackFolder folder = new StackFolder(root);
        StackLock first = StackLock.of(folder);

        assertThatThrownBy(() -> StackLock.of(folder)).hasMessageContaining("Another aftercall command");

        first.close();
        assertThatCode(() -> StackLock.of(folder).close()).doesNotThrowAnyException();
    }

    @Test
    void aProcessNobodyRememberedIsFoundByItsMark() throws IOException {
        Process stray = new ProcessBuilder("sh", "-c", "sleep 60; :", Strays.mark(root)).start();
        Process other = new ProcessBuilder("sh", "-c", "sleep 60; :", Strays.mark(root.resolve("other"))).start();
        try {
            List<StackProcess> strays = Strays.of(root);

            assertThat(strays).extracting(StackProcess::pid).containsExactly(stray.pid());
        } finally {
            stray.descendants().forEach(ProcessHandle::destroyForcibly);
            other.descendants().forEach(ProcessHandle::destroyForcibly);
            stray.destroyForcibly();
            other.destroyForcibly();
        }
    }

    @Test
    void stoppingWhatNeverRanIsNoError() {
        LocalStack stack = new LocalStack(StackSettings.forTest(root.resolve("none"), root, null, java.util.Map.of()));

        assertThatCode(stack::close).doesNotThrowAnyException();
        assertThat(root.resolve("none")).doesNotExist();
    }
}
