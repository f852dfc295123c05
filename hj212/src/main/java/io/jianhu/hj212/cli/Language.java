package io.jianhu.hj212.cli;

import io.jianhu.hj212.FactorCode;
import io.jianhu.hj212.FindingCode;
import io.jianhu.hj212.InfoCode;

/** The language of messages and names. */
enum Language {
    ZH("：应为 ", "，实为 ", "：实为 ", "治理设施") {
        @Override
        String title(FindingCode code) {
            return code.titleZh();
        }

        @Override
        byte[] name(FactorCode factor) {
            return factor.nameZhUtf8();
        }

        @Override
        String name(InfoCode info) {
            return info.nameZh();
        }
    },
    EN(": expected ", ", got ", ": got ", "treatment facility") {
        @Override
        String title(FindingCode code) {
            return code.titleEn();
        }

        @Override
        byte[] name(FactorCode factor) {
            return factor.nameEnUtf8();
        }

        @Override
        String name(InfoCode info) {
            return info.nameEn();
        }
    };

    private final String expected;
    private final String butGot;
    private final String got;
    private final String facility;

    Language(String expected, String butGot, String got, String facility) {
        this.expected = expected;
        this.butGot = butGot;
        this.got = got;
        this.facility = facility;
    }

    abstract String title(FindingCode code);

    abstract byte[] name(FactorCode factor);

    abstract String name(InfoCode info);

    String expected() {
        return expected;
    }

    /** What came, after what was expected. */
    String butGot() {
        return butGot;
    }

    /** What came, where nothing in particular was expected. */
    String got() {
        return got;
    }

    String facility() {
        return facility;
    }
}
