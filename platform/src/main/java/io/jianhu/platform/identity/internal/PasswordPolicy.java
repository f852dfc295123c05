package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which passwords will do: {@value #MIN_LENGTH} characters of three kinds, or {@value #LONG_ENOUGH} of any; without the
 * login in it, none that everybody knows, and none of the last {@value #REMEMBERED}. With {@code jianhu.password-max-age}
 * they also grow old; zero, the default, lets them last.
 */
@Component
class PasswordPolicy {

    static final int MIN_LENGTH = 10;
    static final int LONG_ENOUGH = 16;
    static final int MAX_LENGTH = 256;
    static final int REMEMBERED = 5;
    private static final int KINDS = 3;

    /** What guessing begins with, as far as it meets the other rules; a rule against cleverness, not a dictionary. */
    private static final Set<String> KNOWN = Set.of(
            "password123",
            "password1234",
            "p@ssw0rd123",
            "admin@12345",
            "admin@123456",
            "qwerty12345",
            "1qaz2wsx3edc",
            "abc1234567",
            "huanbao@123",
            "huanbao@123456",
            "shaoxing@123",
            "shaoxing@2025",
            "shaoxing@2026");

    private final Duration maxAge;

    PasswordPolicy(@Value("${jianhu.password-max-age:0}") Duration maxAge) {
        this.maxAge = maxAge;
    }

    /** What is wrong with it; empty where it will do. Whether it was used before is for {@link Accounts} to say. */
    Optional<Bilingual> findFault(String login, String password) {
        int length = password.codePointCount(0, password.length());
        String lower = password.toLowerCase(Locale.ROOT);
        if (length < MIN_LENGTH || password.length() > MAX_LENGTH) {
            return Optional.of(new Bilingual(
                    "应为 " + MIN_LENGTH + " 至 " + MAX_LENGTH + " 个字符",
                    "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters"));
        }
        if (length < LONG_ENOUGH && kinds(password) < KINDS) {
            return Optional.of(new Bilingual(
                    "少于 " + LONG_ENOUGH + " 个字符时，须含大写字母、小写字母、数字、其他字符中的三类",
                    "with fewer than " + LONG_ENOUGH
                            + " characters needs three of: capitals, small letters, digits, other characters"));
        }
        if (lower.contains(login.toLowerCase(Locale.ROOT))) {
            return Optional.of(new Bilingual("不得含有用户名", "must not contain the login"));
        }
        if (KNOWN.contains(lower) || lower.chars().distinct().count() < 5) {
            return Optional.of(new Bilingual("过于常见，容易被猜到", "is too common and easily guessed"));
        }
        return Optional.empty();
    }

    /** Whether it is older than allowed. */
    boolean isExpired(Optional<Instant> changedAt, Instant now) {
        return maxAge.isPositive()
                && changedAt.filter(at -> at.plus(maxAge).isAfter(now)).isEmpty();
    }

    private static long kinds(String password) {
        IntPredicate other = c -> !Character.isUpperCase(c) && !Character.isLowerCase(c) && !Character.isDigit(c);
        List<IntPredicate> kinds = List.of(Character::isUpperCase, Character::isLowerCase, Character::isDigit, other);
        return kinds.stream()
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
    }
}
