package io.aftercall.gateway;

import java.util.ArrayList;
import java.util.List;

/** Every order things can come in. */
public final class Orders {

    private Orders() {}

    public static <T> List<List<T>> of(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int first = 0; first < items.size(); first++) {
            List<T> rest = new ArrayList<>(items);
            T head = rest.remove(first);
            for (List<T> tail : of(rest)) {
                List<T> one = new ArrayList<>(List.of(head));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
