package io.jianhu.standards.emission;

import io.jianhu.standards.Text;
import java.util.Locale;

/** What a standard is to an outlet, and so what goes before what. */
public enum Standing {
    /** Named by the permit of the outlet. */
    NAMED(new Text("许可证载明的标准", "named by the permit")),
    /** For the industry or facility: goes before the general ones. */
    INDUSTRY(new Text("行业型标准，先于综合型标准", "industry standard, goes before the general one")),
    /** For all that have no standard of their own. */
    GENERAL(new Text("综合型标准，没有行业型标准时适用", "general standard, where no industry standard exists")),
    /** For its factors beside any other. */
    JOINT(new Text("专项标准，与其他标准并行", "special standard beside the others")),
    /** Of a province; where stricter than the national one it goes before. */
    LOCAL(new Text("地方标准，严于国家标准的先执行", "local standard, goes before where stricter")),
    /** A requirement of policy that the outlet is committed to. */
    POLICY(new Text("政策要求", "requirement of policy")),
    /** Known by name only. */
    NOT_HELD(new Text("限值未收录", "limits not held")),
    /** For the industry and known by name only: the general standard is then not the one that applies. */
    INDUSTRY_NOT_HELD(new Text("行业型标准，限值未收录", "industry standard, limits not held")),
    /** A reminder. */
    NOTE(new Text("提示", "note"));

    private final Text title;

    Standing(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }

    static Standing ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
