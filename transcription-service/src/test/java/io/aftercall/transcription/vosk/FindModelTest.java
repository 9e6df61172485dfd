package io.aftercall.transcription.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindModelTest {

    @Test
    void modelShippedWithTheServiceIsFound() {
        assertThat(FindModel.folder(Optional.empty()))
                .isDirectory()
                .extracting(folder -> folder.getFileName().toString())
                .asString()
                .startsWith("vosk-model-en-");
    }

    @Test
    void folderWithoutAModelIsNamedWithItsSetting(@TempDir Path empty) {
        assertThatThrownBy(() -> FindModel.folder(Optional.of(empty)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(empty.toString())
                .hasMessageContaining("aftercall.transcription.vosk.model-folder");
    }
}
