-- measure: conversion
SELECT a, b, sum(status = 'won') AS top, count(*) AS bottom
FROM credited WHERE what = 'end' AND nth = 1 AND status <> 'returned' GROUP BY a, b;

-- measure: freshness
WITH waiting AS (
    SELECT h.gift, h.giver, h.receiver, julianday(asked.last) - julianday(coalesce(
        (SELECT max(s.date) FROM step s WHERE s.gift = h.gift AND s.receiver = h.receiver AND s.date <= asked.last),
        g.date
    )) AS days
    FROM handed h JOIN gift g ON g.id = h.gift, asked
    WHERE g.date <= asked.last AND NOT EXISTS (
        SELECT 1 FROM reached r
        WHERE r.what = 'end' AND r.gift = h.gift AND r.receiver = h.receiver AND r.date <= asked.last
    )
)
SELECT receiver AS a, '' AS b, CAST(max(days) AS INTEGER) AS top, 1 AS bottom FROM waiting GROUP BY receiver
UNION ALL
SELECT receiver, giver, CAST(max(days) AS INTEGER), 1 FROM waiting WHERE giver IS NOT NULL GROUP BY receiver, giver;

-- measure: new-clients
WITH first_win AS (
    SELECT receiver, prospect, min(date) AS day
    FROM reached WHERE what = 'win' AND receiver IS NOT NULL GROUP BY receiver, prospect
), now AS (
    SELECT f.* FROM first_win f, asked WHERE f.day BETWEEN asked.first AND asked.last
)
SELECT receiver AS a, '' AS b, count(DISTINCT prospect) AS top, 1 AS bottom FROM now GROUP BY receiver
UNION ALL SELECT '', '', count(DISTINCT prospect), 1 FROM now;

-- measure: prospect-meetings
SELECT c.a, c.b, count(*) AS top, 1 AS bottom
FROM credited c, asked
WHERE c.what = 'meeting' AND c.nth = 1 AND (
    SELECT max(k.rank) FROM kind_in_hands k WHERE k.gift = c.gift AND k.receiver IS c.receiver AND k.date <= asked.last
) >= 2 GROUP BY c.a, c.b;

-- measure: response-time
WITH waited AS (
    SELECT a, b, CAST(julianday(date) - julianday(handed_over) AS INTEGER) AS days
    FROM achieved WHERE what = 'contact' AND nth = 1
), in_order AS (
    SELECT a, b, days, row_number() OVER (PARTITION BY a, b ORDER BY days) AS nth, count(*) OVER (PARTITION BY a, b) AS n
    FROM waited
)
SELECT a, b, sum(days) AS top, count(*) AS bottom
FROM in_order WHERE nth IN ((n + 1) / 2, (n + 2) / 2) GROUP BY a, b;

-- measure: seat-value
SELECT '' AS a, '' AS b, coalesce(sum(cents), 0) AS top,
    (SELECT count(*) FROM member_at_end) * (count(foreign_cents) = 0) AS bottom
FROM credited WHERE what = 'win' AND a = '';

-- measure: thanks
SELECT a, b, sum(coalesce(thanked <= asked.last, 0)) AS top, count(*) AS bottom
FROM received, asked WHERE b = '' GROUP BY a;

-- measure: thanks-said
WITH said AS (
    SELECT h.receiver FROM handed h JOIN gift g ON g.id = h.gift, asked
    WHERE g.thanked BETWEEN asked.first AND asked.last AND g.date <= asked.last
)
SELECT receiver AS a, '' AS b, count(*) AS top, 1 AS bottom FROM said GROUP BY receiver
UNION ALL SELECT '', '', count(*), 1 FROM said;

-- measure: value
SELECT a, b, sum(cents) AS top, count(foreign_cents) = 0 AS bottom FROM credited WHERE what = 'win' GROUP BY a, b;

-- measure: value-received
SELECT a, b, sum(cents) AS top, count(foreign_cents) = 0 AS bottom FROM achieved WHERE what = 'win' GROUP BY a, b;

-- measure: value-thanked
SELECT w.a, w.b, sum(w.cents) AS top, count(w.foreign_cents) = 0 AS bottom
FROM achieved w JOIN gift g ON g.id = w.gift, asked
WHERE w.what = 'win' AND g.thanked <= asked.last GROUP BY w.a, w.b;
