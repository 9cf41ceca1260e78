-- measure: absences
-- Parts of absences that make no whole one do not count, of anybody.
WITH own AS (
    SELECT member,
        (
            sum(status = 'absent') * late_bottom * excused_bottom
            + sum(status = 'late') * late_top * excused_bottom
            + sum(status = 'excused') * excused_top * late_bottom
        ) / (late_bottom * excused_bottom) AS number
    FROM sat_then, asked GROUP BY member
)
SELECT member AS a, '' AS b, number AS top, 1 AS bottom FROM own
UNION ALL SELECT '', '', sum(number), 1 FROM own HAVING count(*);

-- measure: absenteeism
SELECT '' AS a, '' AS b, sum(status = 'absent') AS top, count(*) AS bottom FROM sat_then;

-- measure: attendance
SELECT a, '' AS b, sum(status IN ('present', 'late')) AS top, count(*) AS bottom FROM seating GROUP BY a;

-- measure: attendance-credited
SELECT member AS a, '' AS b,
    sum(status IN ('present', 'late', 'substitute')) AS top, count(*) - sum(status = 'excused') AS bottom
FROM sat_then GROUP BY member;

-- measure: consecutive-absences
WITH island AS (
    SELECT member, status,
        sum(status IN ('present', 'late')) OVER (PARTITION BY member ORDER BY date, meeting) AS number
    FROM sat_then
), run AS (
    SELECT member, sum(status = 'absent') * excused_bottom + sum(status = 'excused') * excused_top AS top
    FROM island, asked GROUP BY member, number
)
SELECT member AS a, '' AS b, max(top) AS top, excused_bottom AS bottom FROM run, asked GROUP BY member;

-- measure: equivalent-absences
SELECT member AS a, '' AS b,
    sum(status = 'absent')
    + CASE late_top WHEN 0 THEN sum(status = 'late') / 3 ELSE sum(status = 'late') * late_top / late_bottom END AS top,
    1 AS bottom
FROM sat_then, asked GROUP BY member;

-- measure: lates
SELECT member AS a, '' AS b, count(*) AS top, 1 AS bottom FROM sat_then WHERE status = 'late' GROUP BY member;

-- measure: leads-while-absent
SELECT member AS a, '' AS b,
    sum(EXISTS (SELECT 1 FROM gift g WHERE g.giver = s.member AND g.date = s.date)) AS top, count(*) AS bottom
FROM sat_then s WHERE status IN ('absent', 'excused', 'substitute') GROUP BY member;

-- measure: notice-given
SELECT member AS a, '' AS b, sum(coalesce(notice <= date, 0)) AS top, count(*) AS bottom
FROM sat_then WHERE status = 'absent' GROUP BY member;

-- measure: substitutes
SELECT member AS a, '' AS b, count(*) AS top, 1 AS bottom FROM sat_then WHERE status = 'substitute' GROUP BY member;
