package io.jianhu.platform.registry;

import java.util.List;
import java.util.Optional;

/** The six county-level divisions of Shaoxing (330600), in the order of GB/T 2260. */
public enum Districts {
    YUECHENG("330602", "越城区", "Yuecheng"),
    KEQIAO("330603", "柯桥区", "Keqiao"),
    SHANGYU("330604", "上虞区", "Shangyu"),
    XINCHANG("330624", "新昌县", "Xinchang"),
    ZHUJI("330681", "诸暨市", "Zhuji"),
    SHENGZHOU("330683", "嵊州市", "Shengzhou");

    private static final List<Districts> ALL = List.of(values());

    private final String code;
    private final String nameZh;
    private final String nameEn;

    Districts(String code, String nameZh, String nameEn) {
        this.code = code;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    /** GB/T 2260 code, six digits. */
    public String code() {
        return code;
    }

    /** Full Chinese name, 越城区. */
    public String nameZh() {
        return nameZh;
    }

    /** English name, Yuecheng. */
    public String nameEn() {
        return nameEn;
    }

    /** The district of that code, if it is one of the six. */
    public static Optional<Districts> find(String code) {
        return ALL.stream().filter(district -> district.code.equals(code)).findFirst();
    }

    /** All six, by code. */
    public static List<Districts> list() {
        return ALL;
    }
}
