package io.jianhu.hj212;

import java.util.List;
import java.util.Optional;

/** What became of one frame. Nothing throws: whatever the bytes, one of these three comes out. */
public sealed interface Decoded {

    /** Defects in wire order; empty exactly for {@link Accepted}. */
    List<Finding> findings();

    /** The readable content; for a rejected frame as much of it as could be read, never to be trusted. */
    Optional<Frame> findFrame();

    /** Sound and without any deviation. */
    record Accepted(Frame frame) implements Decoded {
        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public Optional<Frame> findFrame() {
            return Optional.of(frame);
        }
    }

    /** Length and CRC are right; something deviates from the standard. Kept, acknowledged and used. */
    record AcceptedWithFindings(Frame frame, List<Finding> findings) implements Decoded {
        public AcceptedWithFindings {
            findings = List.copyOf(findings);
        }

        @Override
        public Optional<Frame> findFrame() {
            return Optional.of(frame);
        }
    }

    /** Length or CRC is wrong. Kept, never acknowledged, never used as data. */
    record Rejected(Optional<Frame> findFrame, List<Finding> findings) implements Decoded {
        public Rejected {
            findings = List.copyOf(findings);
        }
    }
}
