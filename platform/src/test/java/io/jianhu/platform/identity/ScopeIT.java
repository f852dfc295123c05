package io.jianhu.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The rule of row scope, once in Java and once in SQL. */
class ScopeIT {

    private static final TestDatabase DB = TestDatabase.empty();

    private record Row(@Nullable String region, @Nullable Long enterprise) {}

    @AfterAll
    static void drop() {
        DB.close();
    }

    @Test
    void java_and_sql_agree_on_every_object() {
        List<Scope> scopes = List.of(
                Scope.EVERYTHING,
                Scope.ofRegions(List.of("3306")),
                Scope.ofRegions(List.of("330681")),
                Scope.ofRegions(List.of("330681104", "330602")),
                new Scope(List.of(), List.of(7L)),
                new Scope(List.of("330624"), List.of(7L, 8L)),
                new Scope(List.of(), List.of()));
        List<Row> rows = Stream.of(null, "330681", "330602", "330681104", "320500")
                .flatMap(region -> Stream.of(null, 7L, 9L).map(enterprise -> new Row(region, enterprise)))
                .toList();
        for (Scope scope : scopes) {
            for (Row row : rows) {
                boolean sql = Boolean.TRUE.equals(scope.bind(DB.jdbc()
                                .sql("select coalesce("
                                        + Scope.condition(":region::text", ":enterprise::bigint")
                                        + ", false)"))
                        .param("region", row.region())
                        .param("enterprise", row.enterprise())
                        .query(Boolean.class)
                        .single());
                assertThat(scope.covers(Optional.ofNullable(row.region()), Optional.ofNullable(row.enterprise())))
                        .as("%s %s", scope, row)
                        .isEqualTo(sql);
            }
        }
    }

    @Test
    void a_district_is_its_own_and_nothing_else() {
        Scope zhuji = Scope.ofRegions(List.of(Scope.prefixOf("330681")));
        assertThat(zhuji.covers(Optional.of("330681"), Optional.empty())).isTrue();
        assertThat(zhuji.covers(Optional.of("330681104"), Optional.empty())).isTrue();
        assertThat(zhuji.covers(Optional.of("330602"), Optional.empty())).isFalse();
        assertThat(zhuji.covers(Optional.empty(), Optional.empty())).isFalse();
    }

    @Test
    void prefixes_are_codes_without_the_zeros_that_fill_them_up() {
        assertThat(Stream.of("330000", "330600", "330681", "330681104", "330681104003")
                        .map(Scope::prefixOf))
                .containsExactly("33", "3306", "330681", "330681104", "330681104003");
        assertThat(Stream.of("330000", "330600", "330681", "330681104").map(code -> Scope.codeOf(Scope.prefixOf(code))))
                .containsExactly("330000", "330600", "330681", "330681104");
    }

    @Test
    void nobody_gives_more_than_they_have() {
        Scope city = Scope.ofRegions(List.of("3306"));
        Scope zhuji = Scope.ofRegions(List.of("330681"));
        assertThat(city.contains(zhuji)).isTrue();
        assertThat(zhuji.contains(city)).isFalse();
        assertThat(city.contains(Scope.EVERYTHING)).isFalse();
        assertThat(zhuji.contains(new Scope(List.of(), List.of(7L)))).isFalse();
    }
}
