package io.jianhu.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void a_cursor_comes_back_as_it_went() {
        String text = Cursor.after("frames|1", "2026-11-25", 17L, "柯桥").text();
        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read("frames|1", text, 3).key()).isEqualTo(List.of("2026-11-25", "17", "柯桥"));
    }

    @Test
    void every_changed_bit_is_noticed() {
        byte[] bytes = Base64.getUrlDecoder().decode(Cursor.after("q", "1", "2").text());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThatThrownBy(() -> Cursor.read("q", text, 2))
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            problem -> assertThat(problem.type()).isEqualTo(CommonProblem.BAD_CURSOR));
        }
    }

    @Test
    void another_query_and_another_shape_are_refused() {
        String text = Cursor.after("q", "1").text();
        assertThatThrownBy(() -> Cursor.read("other", text, 1)).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> Cursor.read("q", text, 2)).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> Cursor.read("q", "", 1)).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> Cursor.after("q", "x").number(0)).isInstanceOf(ApiProblem.class);
    }
}
