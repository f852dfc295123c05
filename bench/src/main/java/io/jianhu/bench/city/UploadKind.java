package io.jianhu.bench.city;

/** What a logger sends of its own accord, again and again. */
enum UploadKind {
    REALTIME("2011", 0),
    STATE("2021", 300),
    MINUTE("2051", 700),
    HOUR("2061", 1_500),
    DAY("2031", 21_000),
    RUN_TIME("2041", 26_000),
    HEARTBEAT("9015", 900);

    private final String cn;
    private final int extraDelayMillis;

    UploadKind(String cn, int extraDelayMillis) {
        this.cn = cn;
        this.extraDelayMillis = extraDelayMillis;
    }

    String cn() {
        return cn;
    }

    /** How long after real-time data of the same instant. */
    int extraDelayMillis() {
        return extraDelayMillis;
    }

    /** Values of an interval: kept while there is no connection, sent when it is back. */
    boolean isStatistic() {
        return this == MINUTE || this == HOUR || this == DAY || this == RUN_TIME;
    }
}
