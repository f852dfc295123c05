package io.jianhu.platform.identity;

import java.util.Optional;

/** What the start did about the administrator's account. */
public interface AdminBootstrap {

    /** The administrator's login. */
    String ADMIN_LOGIN = "admin";

    /** Where the password in force comes from. */
    PasswordOrigin passwordOrigin();

    /**
     * The password generated at this start, for the one who reads the first start's screen. The first call that gets
     * it is the last: it is nowhere else, and lost afterwards. Empty at every later start.
     */
    Optional<String> takeGeneratedPassword();

    /** Where the administrator's password comes from. */
    enum PasswordOrigin {
        /** Generated at this start. */
        GENERATED,
        /** The setting {@code JIANHU_ADMIN_PASSWORD}. */
        SETTING,
        /** An earlier start. */
        KEPT
    }
}
