package io.jianhu.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A command to a device: asked for with a reason, carried out on the wire, kept with every step. */
class OrdersIT extends BrowserTest {

    @Test
    void an_order_needs_a_reason_and_is_followed_to_the_answer_of_the_device() {
        outlet("330602ORDER0000000000001", "柯岩水处理 总排口");
        logger("330602ORDER0000000000001").report("28.4", "1.10");

        Page page = administrator(Screen.DESK);
        page.navigate("/devices/330602ORDER0000000000001");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下达指令"))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("选择指令").selectOption("1011");
        Locator submit = dialog.locator("button[type=submit]");
        submit.click();
        assertThat(dialog).containsText("请写明事由");

        dialog.getByLabel("事由").fill("每周核对时钟");
        submit.click();

        Locator detail = page.getByRole(AriaRole.COMPLEMENTARY);
        assertThat(detail).containsText("每周核对时钟");
        assertThat(detail).containsText("完成");
        assertThat(detail).containsText("ExeRtn=1");
        assertThat(detail).containsText("admin");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("每周核对时钟")))
                .containsText("完成");
    }
}
