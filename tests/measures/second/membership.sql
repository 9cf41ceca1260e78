-- measure: drifting
WITH on_record AS (
    SELECT date FROM gift UNION SELECT date FROM meeting
), newcomer AS (
    SELECT m.member, max(m.first) AS joined, asked.last FROM membership m, asked
    WHERE asked.last BETWEEN m.first AND m.last GROUP BY m.member
    HAVING julianday(asked.last) - julianday(joined) < 90
), drifter AS (
    SELECT n.member FROM newcomer n
    WHERE 2 <= (
        SELECT count(*) FROM sat s
        WHERE s.member = n.member AND s.status = 'absent' AND s.date BETWEEN n.joined AND n.last
    ) OR (
        julianday(n.last) - julianday(max(n.joined, (SELECT min(date) FROM on_record))) >= 28
        AND NOT EXISTS (SELECT 1 FROM gift g WHERE g.giver = n.member AND g.date BETWEEN n.joined AND n.last)
    )
)
SELECT m.member AS a, '' AS b, m.member IN (SELECT member FROM drifter) AS top, 1 AS bottom FROM newcomer m
UNION ALL SELECT '', '', (SELECT count(*) FROM drifter), 1;

-- measure: growth
SELECT '' AS a, '' AS b,
    coalesce(sum((m.first BETWEEN asked.first AND asked.last) - (m.last BETWEEN asked.first AND asked.last)), 0) AS top,
    1 AS bottom
FROM membership m, asked;

-- measure: retention
WITH at_start AS (
    SELECT m.member FROM membership m, asked
    WHERE asked.first <= asked.last AND date(asked.first, '-1 day') BETWEEN m.first AND m.last
    INTERSECT
    SELECT m.member FROM membership m, asked WHERE asked.first BETWEEN m.first AND m.last
), leaver AS (
    SELECT s.member FROM at_start s, asked
    WHERE NOT EXISTS (
        SELECT 1 FROM membership m WHERE m.member = s.member AND m.first <= asked.last AND asked.last < m.last
    )
)
SELECT '' AS a, '' AS b, (SELECT count(*) FROM at_start) - (SELECT count(*) FROM leaver) AS top,
    (SELECT count(*) FROM at_start) AS bottom;

-- measure: size
SELECT '' AS a, '' AS b, count(*) AS top, 1 AS bottom FROM member_at_end;
