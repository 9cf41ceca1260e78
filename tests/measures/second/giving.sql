-- measure: balance
WITH both AS (SELECT a, b, 1 AS sign FROM given WHERE a <> '' UNION ALL SELECT a, b, -1 FROM received)
SELECT a, b, sum(sign) AS top, count(*) AS bottom FROM both GROUP BY a, b;

-- measure: concentration
WITH to_each AS (SELECT a, b, count(*) AS gifts FROM given WHERE b <> '' GROUP BY a, b)
SELECT a, '' AS b, max(gifts) AS top, sum(gifts) AS bottom FROM to_each GROUP BY a;

-- measure: contributions
SELECT a, b, count(*) AS top, 1 AS bottom FROM given GROUP BY a, b;

-- measure: contributions-received
SELECT a, b, count(*) AS top, 1 AS bottom FROM received GROUP BY a, b;

-- measure: introductions
SELECT a, b, count(*) AS top, 1 AS bottom FROM given WHERE rank >= 2 GROUP BY a, b;

-- measure: introductions-received
SELECT a, b, count(*) AS top, 1 AS bottom FROM received WHERE rank >= 2 GROUP BY a, b;

-- measure: leads
SELECT a, b, count(*) AS top, 1 AS bottom FROM given WHERE rank = 1 GROUP BY a, b;

-- measure: leads-received
SELECT a, b, count(*) AS top, 1 AS bottom FROM received WHERE rank = 1 GROUP BY a, b;

-- measure: outside-share
SELECT a, b, sum(tier = 'outside') AS top, count(*) AS bottom
FROM given WHERE b = '' AND tier IN ('inside', 'outside') GROUP BY a;

-- measure: qualified-share
SELECT a, b, sum(coalesce(consent <= asked.last AND level >= 1, 0)) AS top, count(*) AS bottom
FROM given, asked WHERE b = '' AND rank = 3 GROUP BY a;

-- measure: referrals
SELECT a, b, count(*) AS top, 1 AS bottom FROM given WHERE rank = 3 GROUP BY a, b;

-- measure: referrals-received
SELECT a, b, count(*) AS top, 1 AS bottom FROM received WHERE rank = 3 GROUP BY a, b;

-- measure: two-way-pairs
WITH direction AS (SELECT DISTINCT a, b FROM given WHERE b <> ''),
pair AS (SELECT count(*) AS directions FROM direction GROUP BY min(a, b), max(a, b))
SELECT '' AS a, '' AS b, sum(directions = 2) AS top, count(*) AS bottom FROM pair;
