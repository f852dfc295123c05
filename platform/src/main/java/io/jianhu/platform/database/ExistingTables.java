package io.jianhu.platform.database;

/** What a restore does with a database that has tables already. */
public enum ExistingTables {
    REFUSE,
    REPLACE
}
