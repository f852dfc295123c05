package io.jianhu.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which devices send what defects, how often. */
class FindingsIT extends BrowserTest {

    @Test
    void a_defect_is_on_the_board_and_leads_to_its_device_and_its_frame() {
        outlet("330602DEFECT000000000001", "曹娥江热电 总排口");
        logger("330602DEFECT000000000001").reportWithWrongCrc("61.0", "3.30");

        Page page = administrator(Screen.DESK);
        page.navigate("/findings");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("CRC");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("按设备"))
                .click();
        Locator device = page.getByRole(AriaRole.MAIN)
                .locator("tr, li, article")
                .filter(new Locator.FilterOptions().setHasText("曹娥江热电 总排口"));
        assertThat(device.first()).isVisible();
        device.first().locator("a[href*='/frames/']").first().click();
        assertThat(page).hasURL(Pattern.compile("/frames/"));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("如何改正");
    }
}
