package io.jianhu.standards;

/** What binds its readers to an edition. */
public enum LegalStatus {
    /** A standard that the law makes binding: GB, DB. */
    MANDATORY(new Text("强制性标准", "mandatory standard")),
    /** A standard or specification that administrations use: HJ, GB/T, DB/T. */
    RECOMMENDED(new Text("推荐性标准", "recommended standard")),
    /** A notice, measure or order of an authority. */
    ADMINISTRATIVE(new Text("规范性文件", "administrative rule")),
    /** A method of textbooks or practice that no authority has issued. */
    PRACTICE(new Text("行业做法", "practice"));

    private final Text title;

    LegalStatus(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }
}
