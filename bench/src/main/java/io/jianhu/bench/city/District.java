package io.jianhu.bench.city;

/** The six districts of Shaoxing, GB/T 2260, with the share of outlets the simulated city gives each. */
enum District {
    YUECHENG("330602", "越城区", 0.17),
    KEQIAO("330603", "柯桥区", 0.34),
    SHANGYU("330604", "上虞区", 0.23),
    XINCHANG("330624", "新昌县", 0.06),
    ZHUJI("330681", "诸暨市", 0.13),
    SHENGZHOU("330683", "嵊州市", 0.07);

    private final String code;
    private final String nameZh;
    private final double share;

    District(String code, String nameZh, double share) {
        this.code = code;
        this.nameZh = nameZh;
        this.share = share;
    }

    String code() {
        return code;
    }

    String nameZh() {
        return nameZh;
    }

    /** Share of all outlets, an assumption; the six add up to 1. */
    double share() {
        return share;
    }
}
