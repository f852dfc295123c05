package io.jianhu.hj212;

/** Passes deviations on to a visitor and remembers whether there was one; or keeps silent about a frame that is rejected anyway. */
final class Reporter {

    static final FrameVisitor NOBODY = new FrameVisitor() {
        @Override
        public void start(byte[] bytes, int frameFrom) {}

        @Override
        public void header(HeaderField field, int from, int to) {}

        @Override
        public void field(int group, int keyFrom, int hyphen, int keyTo, int valueFrom, int valueTo) {}

        @Override
        public void deviation(FindingCode code, int from, int to, String expected) {}

        @Override
        public void rejection(Finding finding) {}
    };

    static final Reporter SILENT = new Reporter(NOBODY, true);

    private final boolean silent;
    private FrameVisitor visitor;
    private boolean any;

    Reporter() {
        this(NOBODY, false);
    }

    private Reporter(FrameVisitor visitor, boolean silent) {
        this.visitor = visitor;
        this.silent = silent;
    }

    void start(FrameVisitor visitor) {
        this.visitor = visitor;
        this.any = false;
    }

    boolean isSilent() {
        return silent;
    }

    /** Whether anything was reported since the start. */
    boolean hasAny() {
        return any;
    }

    void deviation(FindingCode code, int from, int to, String expected) {
        if (silent) {
            return;
        }
        any = true;
        visitor.deviation(code, from, to, expected);
    }
}
