package io.aftercall.recording.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercall.chassis.work.Attempt;
import io.aftercall.recording.storage.Workspaces.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {

    private static final String CALL = "CA11111111111111111111111111111111";
    private static final AudioKey KEY = new AudioKey(CALL, "RE33", 1, "9f86d081884c7d659a2feaa0c55ad015");

    @TempDir
    Path folder;

    private Workspaces workspaces;
    private FolderStore store;

    @BeforeEach
    void create() throws IOException {
        StorageConfig config = () -> folder;
        workspaces = new Workspaces(config);
        store = new FolderStore(config, workspaces);
    }

    @Test
    void keptFilesAreFoundAndGoneFromWhereTheyWere() throws IOException {
        Path file = work(1, "original.wav", "audio");

        store.keep(KEY, List.of(file));

        assertThat(store.find(KEY, "original.wav")).hasValueSatisfying(kept -> {
            assertThat(kept.path()).hasContent("audio");
            assertThat(kept.sizeBytes()).isEqualTo(5);
        });
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNotKeptIsNotFound() {
        assertThat(store.find(KEY, "original.wav")).isEmpty();
    }

    @Test
    void keptFileNeverChanges() throws IOException {
        store.keep(KEY, List.of(work(1, "original.wav", "first")));

        store.keep(KEY, List.of(work(2, "original.wav", "second")));

        assertThat(store.find(KEY, "original.wav").orElseThrow().path()).hasContent("first");
    }

    @Test
    void whatAnInterruptedKeepingLeftOutIsAdded() throws IOException {
        store.keep(KEY, List.of(work(1, "original.wav", "audio")));

        store.keep(KEY, List.of(work(2, "original.wav", "audio"), work(2, "playback.mp3", "mp3")));

        assertThat(store.find(KEY, "playback.mp3")).isPresent();
    }

    @Test
    void revisionsAndDownloadsDoNotMix() throws IOException {
        store.keep(KEY, List.of(work(1, "original.wav", "audio")));

        assertThat(store.find(new AudioKey(CALL, "RE33", 2, KEY.sha256()), "original.wav"))
                .isEmpty();
        assertThat(store.find(new AudioKey(CALL, "RE33", 1, "00" + KEY.sha256()), "original.wav"))
                .isEmpty();
        assertThat(store.find(new AudioKey(CALL, "RE44", 1, KEY.sha256()), "original.wav"))
                .isEmpty();
    }

    @Test
    void manyMayKeepTheSameAtOnce() throws IOException {
        List<Path> files = IntStream.range(0, 16)
                .mapToObj(number -> folder.resolve("incoming/copy-" + number + "/original.wav"))
                .toList();
        for (Path file : files) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "audio");
        }

        files.parallelStream().forEach(file -> keep(List.of(file)));

        assertThat(store.find(KEY, "original.wav").orElseThrow().path()).hasContent("audio");
    }

    @Test
    void erasingRemovesEveryRevisionAndWhatAttemptsLeft() throws IOException {
        store.keep(KEY, List.of(work(1, "original.wav", "audio")));
        store.keep(new AudioKey(CALL, "RE44", 2, KEY.sha256()), List.of(work(2, "original.wav", "audio")));
        work(3, "download", "half");

        store.erase(CALL);

        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void erasingNothingIsFine() throws IOException {
        store.erase(CALL);

        store.erase(CALL);

        assertThat(filesIn(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../CA1", "CA/1", "CA.1", "", "CA 1", "."})
    void idsThatCouldLeadElsewhereAreRefused(String sid) {
        assertThatThrownBy(() -> new AudioKey(sid, "RE33", 1, "9f")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.erase(sid)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closedWorkspaceIsGoneWithAllThatIsInIt() throws IOException {
        try (Workspace workspace = workspaces.open(new Attempt(CALL, 1, 1))) {
            Files.createDirectories(workspace.folder().resolve("deep"));
            Files.writeString(workspace.folder().resolve("deep/file"), "temporary");
        }

        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void nextAttemptRemovesWhatTheLastOneLeftAndNothingElse() throws IOException {
        Workspace dead = workspaces.open(new Attempt(CALL, 1, 1));
        Workspace ofAnotherRevision = workspaces.open(new Attempt(CALL, 11, 1));

        workspaces.open(new Attempt(CALL, 1, 2));

        assertThat(dead.folder()).doesNotExist();
        assertThat(ofAnotherRevision.folder()).exists();
    }

    private Path work(int attempt, String name, String content) throws IOException {
        Path file = Files.createDirectories(folder.resolve("incoming/" + CALL + "-1-" + attempt))
                .resolve(name);
        return Files.writeString(file, content);
    }

    private void keep(List<Path> files) {
        try {
            store.keep(KEY, files);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
