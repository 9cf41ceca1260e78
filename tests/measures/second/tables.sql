-- The records of a group as they are written, former ids and all. Days are texts such as 2026-03-05, money is in cents.

CREATE TABLE pause (first TEXT, last TEXT);

CREATE TABLE member (id TEXT PRIMARY KEY, name TEXT, joined TEXT, last_day TEXT);
CREATE TABLE earlier (member TEXT, joined TEXT, last_day TEXT);
CREATE TABLE leave (member TEXT, first TEXT, last TEXT);
CREATE TABLE former_member (former TEXT PRIMARY KEY, id TEXT);
CREATE TABLE former_prospect (former TEXT PRIMARY KEY, id TEXT);

CREATE TABLE referral (
    id TEXT PRIMARY KEY, kind TEXT, date TEXT, giver TEXT, receiver TEXT, prospect TEXT, about TEXT, tier TEXT,
    level INTEGER, consent TEXT, thanked TEXT
);
CREATE TABLE taken_by (referral TEXT, who TEXT);
CREATE TABLE entry (
    referral TEXT, position INTEGER, date TEXT, status TEXT, kind TEXT, who TEXT,
    cents INTEGER, foreign_cents INTEGER
);

CREATE TABLE meeting (id TEXT PRIMARY KEY, kind TEXT, date TEXT, next TEXT, cancelled INTEGER);
CREATE TABLE between_whom (meeting TEXT, who TEXT);
CREATE TABLE attendance (meeting TEXT, who TEXT, status TEXT, notice TEXT);
CREATE TABLE presented (meeting TEXT, who TEXT);
CREATE TABLE visitor (meeting TEXT, name TEXT, inviter TEXT);

CREATE TABLE partnership (id TEXT PRIMARY KEY, one TEXT, other TEXT, since TEXT, days INTEGER, months INTEGER);
CREATE TABLE cycle (partnership TEXT, number INTEGER, first TEXT, last TEXT);
CREATE TABLE promise (partnership TEXT, cycle INTEGER, who TEXT, count INTEGER);
