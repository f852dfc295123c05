package io.jianhu.platform.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianhu.platform.database.DatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   postgres-linux-x86_64.txz",
        "Linux,    aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64,  postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
    })
    void the_programs_of_every_supported_machine_are_on_the_class_path(String os, String machine, String archive) {
        assertThat(PostgresBinaries.archiveFor(os, machine)).isEqualTo(archive);
        assertThat(getClass().getResource("/" + archive)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "SunOS, amd64", "Windows 11, amd64"})
    void any_other_machine_is_told_to_bring_a_server(String os, String machine) {
        assertThatThrownBy(() -> PostgresBinaries.archiveFor(os, machine))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(machine)
                .hasMessageContaining("JIANHU_DB_URL");
    }

    @Test
    void a_url_in_a_log_has_no_password() {
        assertThat(JdbcUrls.withoutPassword("jdbc:postgresql://h/d?user=u&password=secret&ssl=true"))
                .isEqualTo("jdbc:postgresql://h/d?user=u&password=…&ssl=true");
    }
}
