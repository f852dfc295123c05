package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.ApiTokens;
import io.jianhu.platform.identity.Permission;
import io.jianhu.platform.identity.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind {@code ./jianhu token create}. */
sealed interface TokenWords {

    int MAX_DAYS = 3_650;
    Set<String> OPTIONS = Set.of("--days", "--may", "--region");
    Pattern REGION = Pattern.compile("\\d{6}(\\d{3}){0,2}");

    /** Understood. */
    record Good(ApiTokens.Order order) implements TokenWords {}

    /** Not understood. @param message in two languages; empty where only the usage helps */
    record Wrong(String message) implements TokenWords {}

    static TokenWords read(List<String> words) {
        if (words.isEmpty() || words.size() % 2 == 0) {
            return new Wrong("");
        }
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < words.size(); i += 2) {
            if (!OPTIONS.contains(words.get(i)) || options.put(words.get(i), words.get(i + 1)) != null) {
                return new Wrong("");
            }
        }
        Optional<Duration> lifetime = Optional.ofNullable(options.get("--days")).flatMap(TokenWords::findDays);
        if (options.containsKey("--days") && lifetime.isEmpty()) {
            return new Wrong("--days must be 1 to " + MAX_DAYS + ".   --days 应为 1 至 " + MAX_DAYS + "。");
        }
        Optional<Set<Permission>> may =
                Optional.ofNullable(options.get("--may")).map(TokenWords::permissions);
        if (may.filter(Set::isEmpty).isPresent()) {
            return new Wrong("--may takes   --may 可取："
                    + Arrays.stream(Permission.values()).map(Permission::label).collect(Collectors.joining(",")));
        }
        String regions = options.getOrDefault("--region", "");
        List<String> codes = regions.isEmpty() ? List.of() : List.of(regions.split(",", -1));
        if (!codes.stream().allMatch(code -> REGION.matcher(code).matches())) {
            return new Wrong("--region takes codes of 6, 9 or 12 digits.   --region 应为 6、9 或 12 位区划代码。");
        }
        List<String> prefixes = codes.isEmpty()
                ? Scope.EVERYTHING.regions()
                : codes.stream().map(Scope::prefixOf).distinct().toList();
        return new Good(new ApiTokens.Order(words.getFirst(), lifetime, may, prefixes));
    }

    private static Optional<Duration> findDays(String text) {
        try {
            return Optional.of(Integer.parseInt(text))
                    .filter(days -> days >= 1 && days <= MAX_DAYS)
                    .map(Duration::ofDays);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Empty where one of them is unknown. */
    private static Set<Permission> permissions(String list) {
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String label : list.split(",", -1)) {
            Optional<Permission> permission = Permission.find(label);
            if (permission.isEmpty()) {
                return Set.of();
            }
            permissions.add(permission.get());
        }
        return permissions;
    }
}
