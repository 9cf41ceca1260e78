-- measure: fulfilment
WITH delivered AS (
    SELECT h.giver, h.receiver, g.date,
        (SELECT min(k.date) FROM kind_in_hands k
            WHERE k.gift = g.id AND k.receiver = h.receiver AND k.rank = 3) AS referral_since
    FROM gift g JOIN handed h ON h.gift = g.id WHERE h.giver IS NOT NULL
), ended AS (
    SELECT c.*, coalesce(f.id, p.one) AS one, coalesce(t.id, p.other) AS other
    FROM cycle c, asked JOIN partnership p ON p.id = c.partnership
    LEFT JOIN former_member f ON f.former = p.one LEFT JOIN former_member t ON t.former = p.other
    WHERE c.last BETWEEN asked.first AND asked.last
), owed AS (
    SELECT e.*, e.one AS a, e.other AS b FROM ended e UNION ALL SELECT e.*, e.other, e.one FROM ended e
), each AS (
    SELECT o.a, o.b,
        (SELECT count(*) FROM delivered d WHERE d.giver = o.a AND d.receiver = o.b
            AND d.date BETWEEN o.first AND o.last AND d.referral_since <= o.last) AS delivered,
        (SELECT sum(m.count) FROM promise m LEFT JOIN former_member f ON f.former = m.who
            WHERE m.partnership = o.partnership AND m.cycle = o.number AND coalesce(f.id, m.who) = o.a) AS promised
    FROM owed o
)
SELECT a, b, sum(delivered) AS top, coalesce(sum(promised), 0) AS bottom FROM each GROUP BY a, b;

-- measure: meetings-held
SELECT '' AS a, '' AS b, count(*) AS top, 1 AS bottom FROM held_then;

-- measure: next-fixed
SELECT '' AS a, '' AS b, count(next) AS top, count(*) AS bottom FROM held_then;

-- measure: one-to-one-coverage
WITH sat_down AS (SELECT DISTINCT a AS one, b AS other FROM one_to_one WHERE b IN (SELECT member FROM member_at_end))
SELECT m.id AS a, '' AS b,
    (SELECT count(*) FROM sat_down s WHERE s.one = m.id) AS top,
    (SELECT count(*) FROM member_at_end o WHERE o.member <> m.id) AS bottom
FROM member m
UNION ALL
SELECT '', '',
    (SELECT count(*) FROM sat_down WHERE one < other AND one IN (SELECT member FROM member_at_end)),
    (SELECT count(*) FROM member_at_end m JOIN member_at_end o ON m.member < o.member);

-- measure: one-to-one-yield
SELECT o.a, '' AS b,
    (SELECT count(*) FROM received r WHERE r.a = o.a AND r.b = '') AS top, count(DISTINCT o.meeting) AS bottom
FROM one_to_one o GROUP BY o.a;

-- measure: one-to-ones
SELECT a, b, count(*) AS top, 1 AS bottom FROM one_to_one GROUP BY a, b
UNION ALL SELECT a, '', count(*), 1 FROM one_to_one GROUP BY a
UNION ALL SELECT '', '', count(DISTINCT meeting), 1 FROM one_to_one;

-- measure: presentations
WITH here AS (SELECT p.who FROM presentation p, asked WHERE p.date BETWEEN asked.first AND asked.last)
SELECT who AS a, '' AS b, count(*) AS top, 1 AS bottom FROM here GROUP BY who
UNION ALL SELECT '', '', count(*), 1 FROM here;

-- measure: reviews-held
WITH RECURSIVE partners AS (
    SELECT p.*, min(coalesce(f.id, p.one), coalesce(t.id, p.other)) AS low,
        max(coalesce(f.id, p.one), coalesce(t.id, p.other)) AS high
    FROM partnership p
    LEFT JOIN former_member f ON f.former = p.one LEFT JOIN former_member t ON t.former = p.other
), nth AS (  -- more than the reviews of any group here
    SELECT 1 AS n UNION ALL SELECT n + 1 FROM nth WHERE n < 1500
), due AS (
    SELECT p.low, p.high, date(p.since, '+' || (n * p.days) || ' days') AS day
    FROM partners p, nth, asked
    WHERE p.days IS NOT NULL AND day <= asked.last
    UNION ALL
    SELECT p.low, p.high, min(
        date(p.since, 'start of month', '+' || (n * p.months + 1) || ' months', '-1 day'),
        date(p.since, 'start of month', '+' || (n * p.months) || ' months',
             '+' || (strftime('%d', p.since) - 1) || ' days')
    ) AS day
    FROM partners p, nth, asked
    WHERE p.months IS NOT NULL AND day <= asked.last
    UNION ALL
    SELECT p.low, p.high, c.last AS day FROM partners p JOIN cycle c ON c.partnership = p.id
    WHERE p.days IS NULL AND p.months IS NULL
), pair AS (
    SELECT d.low, d.high, count(*) AS due,
        (SELECT count(*) FROM one_to_one o WHERE o.kind = 'review' AND o.a = d.low AND o.b = d.high) AS held
    FROM due d, asked WHERE d.day BETWEEN asked.first AND asked.last GROUP BY d.low, d.high
)
SELECT low AS a, high AS b, held AS top, due AS bottom FROM pair
UNION ALL SELECT high, low, held, due FROM pair;

-- measure: visitor-conversion
WITH first_visit AS (SELECT a, name, min(date) AS day FROM visit_then GROUP BY a, name)
SELECT v.a, '' AS b,
    sum(EXISTS (SELECT 1 FROM membership m WHERE m.name = v.name AND m.first BETWEEN v.day AND asked.last)) AS top,
    count(*) AS bottom
FROM first_visit v, asked GROUP BY v.a;

-- measure: visitors
SELECT a, '' AS b, count(*) AS top, 1 AS bottom FROM visit_then GROUP BY a;
