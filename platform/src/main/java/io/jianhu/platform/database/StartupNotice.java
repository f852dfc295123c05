package io.jianhu.platform.database;

import java.util.List;

/**
 * What a module wants said on the console once the platform is up, in English and Chinese: for instance the generated
 * password of the first administrator. Any bean of this type is asked exactly once.
 */
public interface StartupNotice {

    /** Lines, printed as they are; empty: nothing to say. */
    List<String> lines();
}
