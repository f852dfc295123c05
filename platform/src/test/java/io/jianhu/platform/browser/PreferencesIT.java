package io.jianhu.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Language and light, chosen by the person and kept. */
class PreferencesIT extends BrowserTest {

    @Test
    void the_pages_speak_english_when_asked_and_chinese_again() {
        Page page = administrator(Screen.DESK);
        page.navigate("/live");
        assertThat(page.getByRole(AriaRole.HEADING, named("在线"))).isVisible();

        page.getByRole(AriaRole.BUTTON, named("切换为英文")).click();
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).containsText("Map");
        assertThat(page.locator("html")).hasAttribute("lang", "en");

        page.reload();
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).containsText("Map");

        page.getByText("中文", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("在线"))).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void a_refusal_is_told_in_the_language_of_the_page() {
        Page page = stranger(Screen.DESK);
        page.navigate("/login");
        page.getByRole(AriaRole.BUTTON, named("切换为英文")).click();
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("not it");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Wrong login or password");
    }

    @Test
    void dark_is_chosen_by_hand_and_kept() {
        Page page = administrator(Screen.DESK);
        page.navigate("/live");
        page.getByRole(AriaRole.BUTTON, named("账户菜单")).click();
        page.getByRole(AriaRole.MENUITEMRADIO, named("深色")).click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
