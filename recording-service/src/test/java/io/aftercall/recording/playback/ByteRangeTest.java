package io.aftercall.recording.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.recording.playback.ByteRange.Slice;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, 14.1.2 and 14.2, on 10000 bytes as in its examples. */
class ByteRangeTest {

    private static final long SIZE = 10_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes=0-499                     | 0    | 499
            bytes=500-999                   | 500  | 999
            bytes=-500                      | 9500 | 9999
            bytes=9500-                     | 9500 | 9999
            bytes=0-0                       | 0    | 0
            bytes=-1                        | 9999 | 9999
            bytes=0-                        | 0    | 9999
            bytes=9999-                     | 9999 | 9999
            bytes=9999-9999                 | 9999 | 9999
            bytes=0-9999                    | 0    | 9999
            bytes=0-10000                   | 0    | 9999
            bytes=0-99999999999999999999999 | 0    | 9999
            bytes=-10000                    | 0    | 9999
            bytes=-10001                    | 0    | 9999
            bytes=-99999999999999999999999  | 0    | 9999
            BYTES=0-499                     | 0    | 499
            bytes= 0-499                    | 0    | 499
            bytes=0-499,                    | 0    | 499
            bytes=,,0-499                   | 0    | 499
            bytes=000-00499                 | 0    | 499
            """)
    void oneRangeSelectsItsBytes(String header, long first, long last) {
        Optional<ByteRange> requested = ByteRange.requested(header);

        assertThat(requested).isPresent();
        assertThat(requested.get().of(SIZE)).contains(new Slice(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=10000-",
                "bytes=10000-10001",
                "bytes=99999-",
                "bytes=99999999999999999999999-",
                "bytes=-0",
                "bytes=-000"
            })
    void rangeBeyondTheEndSelectsNothing(String header) {
        Optional<ByteRange> requested = ByteRange.requested(header);

        assertThat(requested).isPresent();
        assertThat(requested.get().of(SIZE)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=,",
                "bytes=-",
                "bytes=499-0",
                "bytes=a-b",
                "bytes=0-b",
                "bytes=0 - 499",
                "bytes=--5",
                "bytes=+0-5",
                "bytes=0x0-5",
                "bytes=1.5-2",
                "bytes =0-5",
                "bytes:0-5",
                "octets=0-5",
                "seconds=0-5",
                "0-499",
                "bytes=0-0,-1",
                "bytes=500-600,601-999"
            })
    void whatIsMalformedOrManyOrInAnotherUnitIsNotARequestForARange(String header) {
        assertThat(ByteRange.requested(header)).isEmpty();
    }
}
