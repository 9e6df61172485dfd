package io.aftercall.transcription.stage;

import io.aftercall.transcription.engine.Heard;

/** What was heard on one of the recording's channels. */
record HeardChannel(int channel, Heard heard) {}
