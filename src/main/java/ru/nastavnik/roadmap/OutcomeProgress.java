package ru.nastavnik.roadmap;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.nastavnik.organisation.Role;

/** How far the work has come that brings an outcome about in many steps. Implemented where the steps are known. */
public interface OutcomeProgress {

    /**
     * @param sentence «утверждено 3 из 4»
     * @param page     path of the page where it is seen; null when the person may not open it
     */
    record Progress(String sentence, @Nullable String page) {}

    /**
     * @param awaited what has not been reached yet
     * @param roles   of the person who asks
     * @return what has been begun of it
     */
    Map<Outcome, Progress> of(UUID programmeId, Set<Outcome> awaited, Set<Role> roles);
}
