package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.identity.Credential;
import io.jianhu.platform.identity.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Two statements at most, however many credentials. */
@Service
class JdbcStanding implements Standing {

    private final ActorRows actors;

    JdbcStanding(ActorRows actors) {
        this.actors = actors;
    }

    @Override
    public Map<Credential, Actor> listStanding(Collection<Credential> credentials) {
        List<ActorRows.Found> found = new ArrayList<>();
        List<String> sessions = digests(credentials, Actor.Kind.SESSION);
        if (!sessions.isEmpty()) {
            found.addAll(actors.listBySessions(sessions));
        }
        List<String> tokens = digests(credentials, Actor.Kind.TOKEN);
        if (!tokens.isEmpty()) {
            found.addAll(actors.listByTokens(tokens));
        }
        Map<Credential, Actor> standing = new HashMap<>();
        found.forEach(one -> standing.put(one.actor().credential(), one.actor()));
        return standing;
    }

    private static List<String> digests(Collection<Credential> credentials, Actor.Kind kind) {
        return credentials.stream()
                .filter(credential -> credential.kind() == kind)
                .map(Credential::sha256)
                .distinct()
                .toList();
    }
}
