package io.jianhu.platform.identity;

/**
 * By what somebody proved who they are: enough to find it again, not enough to use it.
 *
 * @param sha256 of the secret, hexadecimal; empty for the platform itself
 */
public record Credential(Actor.Kind kind, String sha256) {

    @Override
    public String toString() {
        return "Credential[" + kind + "]";
    }
}
