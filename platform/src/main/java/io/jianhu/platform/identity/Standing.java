package io.jianhu.platform.identity;

import java.util.Collection;
import java.util.Map;

/** Whether credentials seen before still hold: for answers that go on after their request was judged, as event streams do. */
public interface Standing {

    /** Who holds each credential now; those that hold no more are left out. Looking does not count as use. */
    Map<Credential, Actor> listStanding(Collection<Credential> credentials);
}
