package io.jianhu.hj212;

/** Whether more bytes are to be waited for. */
enum StreamState {
    MORE,
    PAUSED,
    ENDED
}
