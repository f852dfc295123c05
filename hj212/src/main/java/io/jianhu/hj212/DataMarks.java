package io.jianhu.hj212;

import java.util.List;
import java.util.Optional;

/** The data marks of each edition (HJ 212-2017 table 8); the same letter may mean another thing in the next. */
public final class DataMarks {

    private static final List<DataMark> ALL = CatalogueFile.read("data-marks").stream()
            .map(row -> new DataMark(
                    Edition.ofLabel(row.required("edition")),
                    row.required("code"),
                    row.required("zh"),
                    row.required("en"),
                    row.required("source"),
                    row.confidence()))
            .toList();

    private DataMarks() {}

    /** What the mark means in the edition, matched to the letter. */
    public static Optional<DataMark> find(Edition edition, String code) {
        return ALL.stream()
                .filter(mark -> mark.edition() == edition && mark.code().equals(code))
                .findFirst();
    }

    /** The marks of the edition. */
    public static List<DataMark> list(Edition edition) {
        return ALL.stream().filter(mark -> mark.edition() == edition).toList();
    }
}
