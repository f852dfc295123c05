package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.database.CliCommand;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.ApiToken;
import io.jianhu.platform.identity.ApiTokens;
import io.jianhu.platform.identity.ApiTokens.Creation;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./jianhu token create NAME [--days N] | list | revoke NAME}. */
public final class TokenCommand implements CliCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    private final Clock clock;

    /** For {@link java.util.ServiceLoader}. */
    public TokenCommand() {
        this(Clock.systemUTC());
    }

    TokenCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public int run(List<String> args, Database db, PrintStream out) {
        ApiTokens tokens = tokens(db);
        String verb = args.isEmpty() ? "" : args.getFirst();
        return switch (verb) {
            case "create" -> create(args.subList(1, args.size()), tokens, out);
            case "list" -> args.size() == 1 ? list(tokens, out) : usage(out);
            case "revoke" -> args.size() == 2 ? revoke(args.get(1), tokens, out) : usage(out);
            default -> usage(out);
        };
    }

    private ApiTokens tokens(Database db) {
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        PlatformTransactionManager transactions = new JdbcTransactionManager(db.dataSource());
        JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        return new JdbcApiTokens(
                jdbc,
                transactions,
                new ActorRows(jdbc, new PasswordPolicy(Duration.ZERO), clock),
                new JdbcAuditTrail(jdbc, transactions, json, clock),
                new Secrets(),
                clock);
    }

    /** Prints the token and nothing else, so that a script can take it. */
    private static int create(List<String> args, ApiTokens tokens, PrintStream out) {
        return switch (TokenWords.read(args)) {
            case TokenWords.Wrong(String message) when message.isEmpty() -> usage(out);
            case TokenWords.Wrong(String message) -> {
                out.println(message);
                yield USAGE;
            }
            case TokenWords.Good(ApiTokens.Order order) -> create(order, tokens, out);
        };
    }

    private static int create(ApiTokens.Order order, ApiTokens tokens, PrintStream out) {
        try {
            return switch (tokens.create(order, Actor.cli(), Optional.empty())) {
                case Creation.Created created -> {
                    out.println(created.secret());
                    yield DONE;
                }
                case Creation.NameTaken(String name) -> {
                    out.println("A token named " + name + " is in force; revoke it first or choose another name.");
                    out.println("名为 " + name + " 的令牌仍有效，请先吊销或另取名称。");
                    yield REFUSED;
                }
            };
        } catch (IllegalArgumentException badName) {
            out.println("A name is 1 to 64 letters, digits, dots, dashes and underscores.");
            out.println("名称为 1 至 64 个字母、数字、点、连字符或下划线。");
            return USAGE;
        }
    }

    private int list(ApiTokens tokens, PrintStream out) {
        Instant now = clock.instant();
        List<ApiToken> all = tokens.listAll();
        int width = all.stream().mapToInt(token -> token.name().length()).max().orElse(0);
        String row = "%-" + Math.max(width, 4) + "s  %-10s  %-8s  %-25s  %-25s  %s%n";
        out.printf(row, "NAME", "TOKEN", "STATE", "CREATED", "EXPIRES", "LAST USED");
        all.forEach(token -> out.printf(
                row,
                token.name(),
                token.prefix() + "…",
                state(token, now),
                text(token.createdAt()),
                token.expiresAt().map(TokenCommand::text).orElse("never"),
                token.lastUsedAt().map(TokenCommand::text).orElse("never")));
        return DONE;
    }

    private static int revoke(String name, ApiTokens tokens, PrintStream out) {
        if (tokens.revoke(name, Actor.cli(), Optional.empty())) {
            out.println("Revoked.   已吊销。");
            return DONE;
        }
        out.println("No token in force is named " + name + "; ./jianhu token list shows them.");
        out.println("没有名为 " + name + " 的有效令牌；./jianhu token list 列出全部。");
        return REFUSED;
    }

    private static int usage(PrintStream out) {
        out.println("""
                Usage   用法
                  ./jianhu token create NAME [--days N] [--may PERMISSION,…] [--region CODE,…]
                                                make a token and print it, this once   生成令牌，仅显示这一次
                  ./jianhu token list           every token and when it was used       列出令牌及最近使用时间
                  ./jianhu token revoke NAME    end a token at once                    立即吊销
                Without --may it may everything, without --region everywhere.   不写 --may 则不限权限，不写 --region 则不限区域。""");
        return USAGE;
    }

    private static String state(ApiToken token, Instant now) {
        if (token.revokedAt().isPresent()) {
            return "revoked";
        }
        return token.expiresAt().filter(end -> !end.isAfter(now)).isPresent() ? "expired" : "in force";
    }

    private static String text(Instant instant) {
        return Beijing.text(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
