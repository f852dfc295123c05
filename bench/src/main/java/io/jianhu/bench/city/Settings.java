package io.jianhu.bench.city;

import io.jianhu.hj212.Edition;

/** What the platform may change in a logger. */
final class Settings {

    /** Time-out and resends of HJ 212-2017 table 1 for wireless links, until 1000 sets others. */
    private static final int TIMEOUT_SECONDS = 10;

    private static final int RESENDS = 3;
    private static final int GAS_MINUTE_SECONDS_2025 = 60;
    private static final int STATE_SECONDS = 600;
    private static final int HEARTBEAT_SECONDS = 60;

    /** A station on a river takes a sample every four hours. */
    private static final int RIVER_STATION_SECONDS = 14_400;

    String password;
    int realtimeSeconds;
    int minuteSeconds;
    int timeoutSeconds = TIMEOUT_SECONDS;
    int resends = RESENDS;
    boolean sendsRealtime = true;
    boolean sendsState = true;

    Settings(Device device, int realtimeSeconds) {
        this.password = device.password();
        this.realtimeSeconds = realtimeSeconds;
        this.minuteSeconds = device.edition() == Edition.HJ_212_2025 && device.medium() == Medium.FLUE_GAS
                ? GAS_MINUTE_SECONDS_2025
                : device.medium().minuteSeconds();
    }

    /** Seconds between two uploads of the kind; 0 where this kind is not sent. */
    int period(UploadKind kind, Edition edition) {
        boolean isRiverStation = edition == Edition.SURFACE_WATER;
        return switch (kind) {
            case REALTIME -> sendsRealtime ? realtimeSeconds : 0;
            case STATE -> sendsState && !isRiverStation ? STATE_SECONDS : 0;
            case MINUTE -> isRiverStation ? 0 : minuteSeconds;
            case HOUR -> isRiverStation ? RIVER_STATION_SECONDS : 3_600;
            case DAY, RUN_TIME -> isRiverStation ? 0 : 86_400;
            case HEARTBEAT -> edition == Edition.HJ_212_2025 ? HEARTBEAT_SECONDS : 0;
        };
    }
}
