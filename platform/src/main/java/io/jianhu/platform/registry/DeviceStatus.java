package io.jianhu.platform.registry;

/** Whether somebody vouches for a device. */
public enum DeviceStatus {
    /** Entered by a person or a program with the right to. */
    REGISTERED("registered"),
    /** Heard, but known to nobody: its frames are kept and shown apart. */
    QUARANTINE("quarantine");

    private final String label;

    DeviceStatus(String label) {
        this.label = label;
    }

    /** The name in JSON and in the database. */
    public String label() {
        return label;
    }

    /** The status of that label; throws {@link IllegalArgumentException} where there is none. */
    public static DeviceStatus getByLabel(String label) {
        return Labels.get(values(), DeviceStatus::label, label);
    }
}
