-- What the records mean. Tables hold what depends on no window; views look at the window in `asked`.
-- Subjects are two columns, a and b: ('', '') is the group, ('kit', '') a member, ('kit', 'lee') the pair from Kit to Lee.

CREATE TABLE asked (
    first TEXT, last TEXT, late_top INTEGER, late_bottom INTEGER, excused_top INTEGER, excused_bottom INTEGER
);

-- Membership

CREATE TABLE membership AS
SELECT id AS member, joined AS first, coalesce(last_day, '9999-12-31') AS last, lower(name) AS name
FROM member WHERE joined IS NOT NULL
UNION ALL
SELECT e.member, e.joined, e.last_day, lower(m.name) FROM earlier e JOIN member m ON m.id = e.member;

CREATE VIEW member_at_end AS
SELECT DISTINCT m.member FROM membership m, asked WHERE asked.last BETWEEN m.first AND m.last;

-- Group meetings, and how members attended those that count for them

CREATE TABLE held AS SELECT * FROM meeting WHERE kind = 'group' AND NOT cancelled;

CREATE VIEW held_then AS SELECT h.* FROM held h, asked WHERE h.date BETWEEN asked.first AND asked.last;

CREATE TABLE sat AS
SELECT m.id AS member, h.id AS meeting, h.date, coalesce(said.status, 'absent') AS status, said.notice
FROM held h CROSS JOIN member m
LEFT JOIN (
    SELECT a.meeting, coalesce(f.id, a.who) AS who, a.status, a.notice
    FROM attendance a LEFT JOIN former_member f ON f.former = a.who
) said ON said.meeting = h.id AND said.who = m.id
WHERE EXISTS (SELECT 1 FROM membership s WHERE s.member = m.id AND h.date BETWEEN s.first AND s.last)
AND NOT EXISTS (SELECT 1 FROM leave l WHERE l.member = m.id AND h.date BETWEEN l.first AND l.last)
AND NOT EXISTS (SELECT 1 FROM pause p WHERE h.date BETWEEN p.first AND p.last);

CREATE VIEW sat_then AS SELECT s.* FROM sat s, asked WHERE s.date BETWEEN asked.first AND asked.last;

CREATE VIEW seating AS
SELECT member AS a, * FROM sat_then UNION ALL SELECT '', * FROM sat_then;

CREATE TABLE presentation AS
SELECT DISTINCT h.id AS meeting, h.date, coalesce(f.id, p.who) AS who
FROM presented p JOIN held h ON h.id = p.meeting LEFT JOIN former_member f ON f.former = p.who;

CREATE TABLE visit AS
SELECT h.id AS meeting, h.date, lower(v.name) AS name, coalesce(f.id, v.inviter) AS inviter
FROM visitor v JOIN held h ON h.id = v.meeting LEFT JOIN former_member f ON f.former = v.inviter;

CREATE VIEW visit_then AS
WITH here AS (SELECT v.* FROM visit v, asked WHERE v.date BETWEEN asked.first AND asked.last)
SELECT inviter AS a, name, date FROM here WHERE inviter IS NOT NULL UNION ALL SELECT '', name, date FROM here;

-- One-to-ones, and reviews of partnerships

CREATE TABLE met AS
SELECT m.id AS meeting, m.kind, m.date, min(coalesce(f.id, w.who)) AS one, max(coalesce(f.id, w.who)) AS other
FROM meeting m JOIN between_whom w ON w.meeting = m.id LEFT JOIN former_member f ON f.former = w.who
WHERE m.kind IN ('one-to-one', 'review') AND NOT m.cancelled
GROUP BY m.id HAVING one <> other;

CREATE VIEW one_to_one AS
WITH here AS (
    SELECT x.* FROM met x, asked
    WHERE x.date BETWEEN asked.first AND asked.last
    AND EXISTS (SELECT 1 FROM membership s WHERE s.member = x.one AND x.date BETWEEN s.first AND s.last)
    AND EXISTS (SELECT 1 FROM membership s WHERE s.member = x.other AND x.date BETWEEN s.first AND s.last)
)
SELECT one AS a, other AS b, meeting, kind FROM here UNION ALL SELECT other, one, meeting, kind FROM here;

-- Gifts: everything handed over. Those to oneself are nothing.

CREATE TABLE gift AS
SELECT r.id, r.date, r.kind, r.tier, r.level, r.consent, r.thanked, r.receiver = 'everyone' AS to_everyone,
    coalesce('file ' || coalesce(p.id, r.prospect), 'words ' || lower(r.about)) AS prospect,
    CASE WHEN r.giver NOT GLOB 'outside:*' THEN coalesce(f.id, r.giver) END AS giver,
    coalesce(t.id, r.receiver) AS receiver
FROM referral r
LEFT JOIN former_member f ON f.former = r.giver
LEFT JOIN former_member t ON t.former = r.receiver
LEFT JOIN former_prospect p ON p.former = r.prospect;
DELETE FROM gift WHERE giver = receiver;
CREATE UNIQUE INDEX gift_id ON gift (id);

CREATE TABLE taker AS
SELECT g.id AS gift, g.receiver AS who FROM gift g WHERE NOT g.to_everyone
UNION
SELECT g.id, coalesce(f.id, t.who)
FROM gift g JOIN taken_by t ON t.referral = g.id LEFT JOIN former_member f ON f.former = t.who
WHERE g.to_everyone;
CREATE INDEX taker_gift ON taker (gift);

CREATE TABLE handed AS
SELECT t.gift, g.giver, t.who AS receiver FROM taker t JOIN gift g ON g.id = t.gift WHERE t.who IS NOT g.giver;
CREATE INDEX handed_gift ON handed (gift);

CREATE VIEW rank_of AS SELECT column1 AS kind, column2 AS rank FROM (VALUES ('lead', 1), ('introduction', 2), ('referral', 3));

-- What each gift was on a day: the kind it was given as, and from which day on it was more.
CREATE TABLE kind_since AS
SELECT g.id AS gift, g.date, r.rank, NULL AS who FROM gift g JOIN rank_of r ON r.kind = g.kind
UNION ALL
SELECT e.referral, e.date, r.rank, coalesce(f.id, e.who)
FROM entry e JOIN gift g ON g.id = e.referral JOIN rank_of r ON r.kind = e.kind
LEFT JOIN former_member f ON f.former = e.who;
CREATE INDEX kind_since_gift ON kind_since (gift);

-- The same in the hands of each of several who took it, or of nobody in particular: not what another one raised.
CREATE TABLE kind_in_hands AS
SELECT h.gift, h.receiver, k.date, k.rank
FROM (SELECT gift, receiver FROM handed UNION ALL SELECT id, NULL FROM gift) h JOIN kind_since k ON k.gift = h.gift
WHERE (SELECT count(*) FROM handed o WHERE o.gift = h.gift) < 2 OR NOT EXISTS (
    SELECT 1 FROM handed o WHERE o.gift = h.gift AND o.receiver = k.who AND o.receiver IS NOT h.receiver
);
CREATE INDEX kind_in_hands_gift ON kind_in_hands (gift);

CREATE VIEW gift_at_end AS
SELECT g.*, (SELECT max(k.rank) FROM kind_since k WHERE k.gift = g.id AND k.date <= asked.last) AS rank
FROM gift g, asked WHERE g.date <= asked.last;

CREATE VIEW gift_then AS SELECT g.* FROM gift_at_end g, asked WHERE g.date >= asked.first;

CREATE VIEW in_hands AS
SELECT g.*, h.receiver AS got, (
    SELECT max(k.rank) FROM kind_in_hands k
    WHERE k.gift = h.gift AND k.receiver = h.receiver AND k.date <= asked.last
) AS rank
FROM gift g JOIN handed h ON h.gift = g.id, asked WHERE g.date BETWEEN asked.first AND asked.last;

CREATE VIEW given AS
SELECT giver AS a, '' AS b, id, tier, level, consent, rank FROM gift_then WHERE giver IS NOT NULL
UNION ALL SELECT '', '', id, tier, level, consent, rank FROM gift_then WHERE giver IS NOT NULL
UNION ALL SELECT giver, got, id, tier, level, consent, rank FROM in_hands WHERE giver IS NOT NULL;

CREATE VIEW received AS
SELECT got AS a, '' AS b, id, thanked, rank FROM in_hands
UNION ALL SELECT got, giver, id, thanked, rank FROM in_hands WHERE giver IS NOT NULL;

-- What became of gifts. Where several took a lead, an entry is of the one it names, or of nobody in particular.

CREATE TABLE step AS
SELECT g.id AS gift, g.date AS handed_over, g.giver, t.who AS receiver, g.prospect,
    e.date, e.position, e.status, e.cents, e.foreign_cents
FROM entry e JOIN gift g ON g.id = e.referral
LEFT JOIN former_member f ON f.former = e.who
LEFT JOIN taker t ON t.gift = g.id
    AND ((SELECT count(*) FROM taker WHERE gift = g.id) = 1 OR t.who = coalesce(f.id, e.who))
WHERE t.who IS NULL OR t.who IS NOT g.giver;

CREATE VIEW counts_as AS
SELECT column1 AS status, column2 AS what FROM (VALUES
    ('contacted', 'contact'), ('met', 'contact'), ('proposed', 'contact'), ('won', 'contact'), ('lost', 'contact'),
    ('met', 'meeting'), ('proposed', 'meeting'), ('won', 'meeting'),
    ('won', 'win'),
    ('won', 'end'), ('lost', 'end'), ('not-a-fit', 'end'), ('returned', 'end')
);

CREATE TABLE reached AS
SELECT c.what, s.*,
    row_number() OVER (PARTITION BY c.what, s.gift, s.receiver ORDER BY s.date, s.position) AS nth
FROM step s JOIN counts_as c ON c.status = s.status;

CREATE VIEW reached_then AS
SELECT r.* FROM reached r, asked WHERE r.date BETWEEN asked.first AND asked.last;

-- By whom it counts: the giver's side, then the receiver's.

CREATE VIEW credited AS
SELECT giver AS a, '' AS b, * FROM reached_then WHERE giver IS NOT NULL
UNION ALL SELECT '', '', * FROM reached_then WHERE giver IS NOT NULL
UNION ALL SELECT giver, receiver, * FROM reached_then WHERE giver IS NOT NULL AND receiver IS NOT NULL;

CREATE VIEW achieved AS
SELECT receiver AS a, '' AS b, * FROM reached_then WHERE receiver IS NOT NULL
UNION ALL SELECT '', '', * FROM reached_then WHERE receiver IS NOT NULL
UNION ALL SELECT receiver, giver, * FROM reached_then WHERE giver IS NOT NULL AND receiver IS NOT NULL;
