package io.jianhu.platform.identity.web;

import org.jspecify.annotations.Nullable;

/** Why something is done; goes to the audit trail. */
record Reason(@Nullable String reason) {}
