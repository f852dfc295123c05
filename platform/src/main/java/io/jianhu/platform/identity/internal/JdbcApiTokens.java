package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.ApiToken;
import io.jianhu.platform.identity.ApiTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The table {@code api_token}. Nothing is cached: a token revoked by another process is refused at the next request. */
@Service
class JdbcApiTokens implements ApiTokens {

    private static final String MARK = "jh_";
    private static final int PREFIX_LENGTH = MARK.length() + 6;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final String COLUMNS = "name, prefix, created_at, expires_at, last_used_at, revoked_at";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    JdbcApiTokens(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Creation create(String name, Optional<Duration> lifetime) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a token's name is 1 to 64 letters, digits, dots, dashes and underscores");
        }
        if (lifetime.filter(span -> !span.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a token must live for some time");
        }
        String secret = MARK + secrets.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<ApiToken> made = jdbc.sql("""
                        insert into api_token (name, prefix, token_sha256, created_at, expires_at)
                        values (:name, :prefix, :digest, :now, :expiresAt)
                        on conflict (name) where revoked_at is null do nothing
                        returning
                        """ + COLUMNS)
                .param("name", name)
                .param("prefix", secret.substring(0, PREFIX_LENGTH))
                .param("digest", Secrets.digest(secret))
                .param("now", now)
                .param("expiresAt", lifetime.map(now::plus).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(JdbcApiTokens::toToken)
                .optional();
        return made.<Creation>map(token -> new Creation.Created(token, secret))
                .orElseGet(() -> new Creation.NameTaken(name));
    }

    @Override
    public List<ApiToken> listAll() {
        return jdbc.sql("select " + COLUMNS + " from api_token order by token_id desc")
                .query(JdbcApiTokens::toToken)
                .list();
    }

    @Override
    public boolean revoke(String name) {
        return jdbc.sql("update api_token set revoked_at = :now where name = :name and revoked_at is null")
                        .param("now", OffsetDateTime.now(clock))
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Who holds this token, if it is in force. One digest and one look-up, whatever the text is. */
    Optional<Actor> find(String secret) {
        byte[] digest = Secrets.digest(secret);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<ApiToken> token = jdbc.sql("select " + COLUMNS + """
                         from api_token
                        where token_sha256 = :digest and revoked_at is null
                          and (expires_at is null or expires_at > :now)
                        """)
                .param("digest", digest)
                .param("now", now)
                .query(JdbcApiTokens::toToken)
                .optional();
        Instant touchedBefore = now.toInstant().minus(TOUCH_EVERY);
        if (token.filter(used ->
                        used.lastUsedAt().filter(touchedBefore::isBefore).isEmpty())
                .isPresent()) {
            jdbc.sql("update api_token set last_used_at = :now where token_sha256 = :digest")
                    .param("now", now)
                    .param("digest", digest)
                    .update();
        }
        return token.map(used -> new Actor(Actor.Kind.TOKEN, used.name(), used.name()));
    }

    private static ApiToken toToken(ResultSet row, int rowNumber) throws SQLException {
        return new ApiToken(
                row.getString("name"),
                row.getString("prefix"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
