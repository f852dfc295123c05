package io.jianhu.hj212;

/** What is known of the tail of a frame that is read. */
enum Tail {
    /** The bytes given are all there is: no tail in them means the frame has none. */
    AS_GIVEN,
    /** A tail may still come. */
    MAY_FOLLOW
}
