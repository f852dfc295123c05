package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePageTest {

    private static final Path PAGE = Path.of("../docs/HJ212.md");

    @Test
    void thePageSaysWhatTheCataloguesSay() throws IOException {
        String page = ReferencePage.write();
        if ("write".equals(System.getProperty("jianhu.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("docs/HJ212.md is stale: run ./mvnw -pl hj212 test -Dtest=ReferencePageTest -Djianhu.docs=write")
                .content()
                .isEqualTo(page);
    }
}
