package io.jianhu.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LoginPageIT extends BrowserTest {

    @Test
    void a_wrong_password_is_told_and_the_right_one_opens_the_map() {
        Page page = stranger(Screen.DESK);
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile("/login"));

        page.getByLabel("用户名").fill("admin");
        page.getByLabel("密码", exact()).fill("not it");
        page.getByRole(AriaRole.BUTTON, named("登录")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("用户名或密码不正确");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("JIANHU_ADMIN_PASSWORD");
        assertThat(page.getByLabel("密码", exact())).isFocused();

        page.getByLabel("密码", exact()).fill(PASSWORD);
        page.getByLabel("密码", exact()).press("Enter");
        assertThat(page).hasURL(Pattern.compile("/map$"));
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("主导航"))).containsText("一张图");
    }

    @Test
    void who_was_sent_to_log_in_comes_back_to_the_page_asked_for() {
        Page page = stranger(Screen.DESK);
        page.navigate("/findings");
        assertThat(page).hasURL(Pattern.compile("/login"));
        page.getByLabel("密码", exact()).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("登录")).click();
        assertThat(page).hasURL(Pattern.compile("/findings$"));
    }

    @Test
    void logging_out_closes_the_pages() {
        Page page = administrator(Screen.DESK);
        page.navigate("/live");
        page.getByRole(AriaRole.BUTTON, named("账户菜单")).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("退出登录"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/login"));
        page.navigate("/live");
        assertThat(page).hasURL(Pattern.compile("/login"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
