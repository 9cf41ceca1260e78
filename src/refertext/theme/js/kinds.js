// The kinds of doors: how the file is called that each makes, what is asked of it beyond the schema, the slip that says
// the same, and what is worth a second look. `facts` are those of the page; the others tell what is written in the form.

"use strict";

const refertextKinds = (facts, { valueOf, chosen, tag }) => {
  const records = refertextRecords;
  const plain = (text) => ` ${records.slug(text)} `.replaceAll("-", " ");
  const namesOf = (ids) => ids.map((id) => facts.called[id] ?? id).join(" and ");
  const dayFaults = (name) => (valueOf(name) > records.today() ? [[name, "This day has not come yet."]] : []);
  const memberFaults = (name) => {
    const since = facts.since[valueOf(name)];
    return since && valueOf("date") && valueOf("date") < since ? [["date", `One of them joined on ${since} only.`]] : [];
  };
  const same = (one, other, sentence) => (valueOf(one) && valueOf(one) === valueOf(other) ? [[other, sentence]] : []);
  const folder = (name, date) => `${name}/${date.slice(0, 4)}`;

  const consentFaults = (record) => {
    const day = record.consent?.date ?? "";
    if (record.kind === "referral" && !day)
      return [["consent-date", "A referral needs their yes. Without one, call it a lead or an introduction."]];
    if (!day && record.consent) return [["consent-date", "On which day?"]];
    return day > record.date ? [["consent-date", "They have to agree before you hand it over."]] : [];
  };
  const referral = {
    file: ({ date = "", from = "", to = "" }) => {
      const giver = from.startsWith("outside:") ? "outside" : from;
      return `${folder("referrals", date)}/${records.datedId(date, [giver, to], tag())}.yml`;
    },
    faults: (record) => {
      const together = facts.together[record.prospect];
      const isAlone = together && record.from && !together.includes(record.from);
      return [
        ...same("from", "to", "Nobody refers to themselves: choose who receives it."),
        ...(record.to === "everyone" && record.kind && record.kind !== "lead"
          ? [["to", "Only a lead can go to everyone: choose one member."]]
          : []),
        ...(record.prospect || record.about ? [] : [["about", "Say in a few words whom it is about."]]),
        ...(isAlone ? [["prospect", `This one is approached together by ${namesOf(together)}: talk to them first.`]] : []),
        ...["date", "consent-date"].flatMap(dayFaults),
        ...["from", "to"].flatMap(memberFaults),
        ...consentFaults(record),
        ...(record.parent?.slice(0, 10) > record.date ? [["parent", "That one is later than this."]] : []),
      ];
    },
    slip: (record) => records.referralSlip(record, facts.called, record.about ?? (record.prospect ? chosen("prospect") : "")),
    notes: () => [],
  };
  const oneToOne = {
    file: ({ date = "", between = [] }) => `${folder("meetings", date)}/${records.datedId(date, between, tag())}.yml`,
    faults: () => [
      ...same("one", "other", "You cannot meet yourself: choose whom you met."),
      ...dayFaults("date"),
      ...["one", "other"].flatMap(memberFaults),
    ],
    slip: (record) => records.oneToOneSlip(record, facts.called),
    notes: () => [],
  };
  const prospect = {
    file: ({ alias = "" }) => `prospects/${records.aliasId(alias)}.yml`,
    faults: ({ alias = "", name = "", consent, known_by: known = [], wanted_by: wanted = [] }) => {
      const id = records.aliasId(alias);
      return [
        ...(alias && !id ? [["alias", "Use some letters from a to z: the file is named after it."]] : []),
        ...(facts.taken.includes(id) ? [["alias", "We have one described like this: say what is different here."]] : []),
        ...(name && plain(alias).includes(plain(name)) ? [["alias", "Leave the real name out: everybody may read this."]] : []),
        ...(wanted.some((one) => known.includes(one)) ? [["wanted_by", "Who knows them need not be introduced."]] : []),
        ...((name || consent) && !consent?.date ? [["consent-date", "Their name may stand here from the day they agree."]] : []),
        ...dayFaults("consent-date"),
      ];
    },
    slip: () => "",
    notes: ({ alias = "", name = "" }) => {
      const words = plain(name).trim().split(" ");
      const shared = words.find((word) => word.length > 3 && plain(alias).includes(` ${word} `));
      return shared ? [`“${shared}” stands in the name and in the description: does it tell who they are?`] : [];
    },
  };
  const signature = {
    file: () => facts.files[valueOf("who")] ?? "",
    faults: () => {
      const since = facts.since[valueOf("agreement")] ?? "";
      const isTooEarly = valueOf("date") && valueOf("date") < since;
      return [...(isTooEarly ? [["date", `As it stands now, it can be signed from ${since} on.`]] : []), ...dayFaults("date")];
    },
    slip: () => "",
    notes: () => {
      const signed = facts.signed[valueOf("who")]?.[valueOf("agreement")];
      if (!signed) return [];
      const holds = signed >= facts.since[valueOf("agreement")];
      return [`Signed on ${signed} already${holds ? ", and that holds" : ", before it was changed: replace the day"}.`];
    },
  };

  return { referral, "one-to-one": oneToOne, prospect, signature };
};
