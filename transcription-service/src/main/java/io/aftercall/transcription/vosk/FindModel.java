package io.aftercall.transcription.vosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the model's folder: the configured one, else the one the build puts beside the application. */
final class FindModel {

    private static final String SHIPPED = "vosk-model-";
    private static final String ACOUSTIC_MODEL = "am/final.mdl";

    private FindModel() {}

    /** A folder that holds a model; throws {@link IllegalStateException} with the mending when there is none. */
    static Path folder(Optional<Path> configured) {
        return configured
                .map(FindModel::demand)
                .or(FindModel::shipped)
                .orElseThrow(() ->
                        new IllegalStateException("There is no Vosk model beside the application. Build it again with"
                                + " ./mvnw package, or set aftercall.transcription.vosk.model-folder."));
    }

    private static Path demand(Path folder) {
        if (!holdsModel(folder)) {
            throw new IllegalStateException("There is no Vosk model in " + folder
                    + ". Unpack one there, or change aftercall.transcription.vosk.model-folder.");
        }
        return folder;
    }

    /** Packaged, this class lies in {@code quarkus-app/app/x.jar}; in a build, in {@code target/classes}. */
    private static Optional<Path> shipped() {
        Path code = codeSource();
        return Stream.of(code.getParent(), code.getParent().getParent())
                .flatMap(place -> modelsIn(place).stream())
                .findFirst();
    }

    private static Path codeSource() {
        try {
            return Path.of(FindModel.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> modelsIn(Path place) {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(SHIPPED))
                    .filter(FindModel::holdsModel)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean holdsModel(Path folder) {
        return Files.isRegularFile(folder.resolve(ACOUSTIC_MODEL));
    }
}
