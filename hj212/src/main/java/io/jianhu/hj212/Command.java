package io.jianhu.hj212;

import java.util.List;
import java.util.Optional;

/**
 * A command code in one edition: the same code may mean another thing in the next.
 *
 * @param cn four digits
 * @param downward what the platform sends under this code; empty where it never does
 * @param upward what the device sends under this code; empty where it never does
 * @param request fields of the data area the platform sends, in wire order
 * @param upload fields of the data area the device sends, in wire order
 * @param source where the row was found
 */
public record Command(
        Edition edition,
        String cn,
        Optional<Downward> downward,
        Optional<Upward> upward,
        Group group,
        Effect effect,
        String nameZh,
        String nameEn,
        List<CommandParameter> request,
        List<CommandParameter> upload,
        String source,
        Confidence confidence,
        Optional<String> noteZh,
        Optional<String> noteEn) {

    public Command {
        request = List.copyOf(request);
        upload = List.copyOf(upload);
    }

    /** Whether a person may ask for it: the platform sends it and it is no mere reply. */
    public boolean isWorkOrder() {
        return downward.isPresent() && downward.get() != Downward.REPLY;
    }

    /** Whether the device sends data between 9011 and 9012. */
    public boolean returnsData() {
        return downward.filter(kind -> kind == Downward.REQUEST).isPresent()
                && upward.filter(kind -> kind == Upward.DATA).isPresent();
    }

    /** What goes from platform to device. */
    public enum Downward {
        /** Answered by 9011, by data where the command returns any, and by 9012. */
        REQUEST,
        /** Answered by 9013. */
        NOTIFICATION,
        /** Not answered. */
        REPLY
    }

    /** What goes from device to platform. */
    public enum Upward {
        /** Answered by 9014 where the flag asks for it. */
        DATA,
        /** Answered by 9013 where the flag asks for it. */
        NOTIFICATION,
        /** Answered by 9022 where the flag asks for it. */
        LOGIN,
        /** Not answered. */
        REPLY
    }

    /** What it is about. */
    public enum Group {
        ACTIVATION,
        PARAMETER,
        SECURITY,
        REALTIME,
        HISTORY,
        CONTROL,
        INTERACTION
    }

    /** Whether a device is changed by it. */
    public enum Effect {
        READ,
        WRITE
    }
}
