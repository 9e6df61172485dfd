package io.aftercall.gateway.calls;

import io.aftercall.gateway.GatewayConfig;
import io.aftercall.gateway.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads the call log for people. Lists are newest first and leave out the legs a call dialled. */
@ApplicationScoped
class Calls {

    private final Jdbi jdbi;
    private final String publicUrl;

    Calls(Jdbi jdbi, GatewayConfig config) {
        this.jdbi = jdbi;
        this.publicUrl = config.publicUrl().replaceAll("/+$", "");
    }

    Optional<FullCall> find(String callSid) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM call_log WHERE call_sid = :callSid")
                .bind("callSid", callSid)
                .mapTo(CallRow.class)
                .findOne()
                .map(row -> row.show(publicUrl)));
    }

    Page<ListedCall> list(CallFilter filter) {
        List<ListedCall> oneMore = jdbi.withHandle(handle -> bind(handle.createQuery(sql(filter)), filter)
                .mapTo(ListedCall.class)
                .list());
        if (oneMore.size() <= filter.limit()) {
            return Page.whole(oneMore);
        }
        List<ListedCall> items = oneMore.subList(0, filter.limit());
        return new Page<>(items, items.get(items.size() - 1).cursor().text());
    }

    private static String sql(CallFilter filter) {
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(ListedCall.COLUMNS)
                .append(" FROM call_log WHERE parent_call_sid IS NULL");
        when(filter.from(), sql, "began_at >= :from");
        when(filter.to(), sql, "began_at < :to");
        when(filter.direction(), sql, "direction = :direction");
        when(filter.businessId(), sql, "business_id = :business");
        when(filter.number(), sql, "(from_e164 = :number OR to_e164 = :number)");
        when(filter.cursor(), sql, "(began_at, call_sid) < (:cursorTime, :cursorSid)");
        if (filter.status() != null) {
            // Our own word, written out so that the planner sees which index it is about.
            sql.append(" AND status = '").append(filter.status().word()).append('\'');
        }
        return sql.append(" ORDER BY began_at DESC, call_sid DESC LIMIT :limit").toString();
    }

    private static void when(Object asked, StringBuilder sql, String condition) {
        if (asked != null) {
            sql.append(" AND ").append(condition);
        }
    }

    private static Query bind(Query query, CallFilter filter) {
        query.bind("limit", filter.limit() + 1);
        if (filter.from() != null) {
            query.bind("from", filter.from());
        }
        if (filter.to() != null) {
            query.bind("to", filter.to());
        }
        if (filter.direction() != null) {
            query.bind("direction", filter.direction().name().toLowerCase(Locale.ROOT));
        }
        if (filter.businessId() != null) {
            query.bind("business", filter.businessId());
        }
        if (filter.number() != null) {
            query.bind("number", filter.number());
        }
        if (filter.cursor() != null) {
            query.bind("cursorTime", filter.cursor().beganAt())
                    .bind("cursorSid", filter.cursor().callSid());
        }
        return query;
    }
}
