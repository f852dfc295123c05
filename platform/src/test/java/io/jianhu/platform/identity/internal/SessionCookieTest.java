package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTest {

    @Test
    void over_https_the_cookie_never_travels_in_the_clear() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(true);
        MockHttpServletResponse response = new MockHttpServletResponse();
        SessionCookie.set(request, response, "secret");
        assertThat(response.getHeader("Set-Cookie")).contains("; Secure").contains("; HttpOnly");
    }
}
