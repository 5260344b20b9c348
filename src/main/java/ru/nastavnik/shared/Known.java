package ru.nastavnik.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a map that was filled for just these keys: what is not there then is a defect, not an answer. */
public final class Known {

    private Known() {}

    public static <K, V> V in(Map<K, V> map, K key) {
        @Nullable V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("Nothing was read for " + key);
        }
        return value;
    }
}
