// Records as text: how refertext's strict YAML is written, how ids and slips are made, and what a schema says of a record.
// It knows nothing of pages; doors.js does.

"use strict";

const refertextRecords = (() => {
  // What nobody can see may deceive, and refertext refuses it; people paste it without knowing
  const HIDDEN =
    /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{10ffff}\p{Cs}\p{Co}]/gu;
  const LINE_END = /\r\n?|[\x85\u2028\u2029]/g;
  const cleaned = (text) => text.replace(LINE_END, "\n").replace(HIDDEN, "").trim();
  const inOneLine = (text) => cleaned(text).replace(/\s+/g, " ");

  // YAML: one key a line; a value is plain where nothing in it could mean something else, and in double quotes otherwise

  const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{P}\p{S} ](?<![#:])|:(?![ ]|$))*$/u;
  const quoted = (text) =>
    `"${text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t")}"`;
  const scalar = (text) => (PLAIN.test(text) && text !== "null" && !text.endsWith(" ") ? text : quoted(text));
  const WORD = /^[a-z0-9]+(?:-{1,2}[a-z0-9]+)*$/;
  const listed = (texts) =>
    `[${texts.map((text) => (WORD.test(text) && text !== "null" ? text : quoted(text))).join(", ")}]`;
  const isBlock = (text) => text.includes("\n") && !/\t|^\s|[ \n]$/.test(text);

  const lines = (record, indent) =>
    Object.entries(record).flatMap(([key, value]) => {
      const start = `${indent}${WORD.test(key) || /^[a-z_]+$/.test(key) ? key : quoted(key)}:`;
      if (Array.isArray(value)) return [`${start} ${listed(value)}`];
      if (typeof value === "object") return [start, ...lines(value, `${indent}  `)];
      if (!isBlock(value)) return [`${start} ${scalar(value)}`];
      return [`${start} |-`, ...value.split("\n").map((line) => (line ? `${indent}  ${line}` : ""))];
    });
  const yaml = (record) => `${lines(record, "").join("\n")}\n`;

  // Ids: the same rule as refertext's own, which case-folds where JavaScript can only make small letters

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", "'": "", "’": "" };
  const slug = (name) =>
    name
      .normalize("NFKD")
      .replace(/\u0345/g, "ι")
      .toLowerCase()
      .replace(/[ßæœøłđðþı'’]/g, (letter) => LETTERS[letter])
      .replace(/\p{M}/gu, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");

  const MOST_OF_AN_ID = 120;
  const NO_ID = /^(?:everyone|group|none|outside|con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
  const aliasId = (alias) => {
    const id = slug(alias).slice(0, MOST_OF_AN_ID).replace(/-$/, "");
    return NO_ID.test(id) ? `${id}-1` : id;
  };
  const datedId = (date, names, tag) => {
    const id = [date, ...names, tag].join("-");
    return id.length > MOST_OF_AN_ID ? `${date}-${tag}` : id;
  };
  const CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  const tag = () => {
    let made = "";
    while (made.length < 4) {
      const [byte] = crypto.getRandomValues(new Uint8Array(1));
      if (byte < 252) made += CHARACTERS[byte % 36]; // 252 = 7 × 36: each is as likely as the others
    }
    return made;
  };

  // Slips: one line for the chat

  const inSlip = (text) => inOneLine(text).replace(/[;；]/g, ",");
  const inHalfAYear = (earlier, later) => Date.parse(later) - Date.parse(earlier) <= 183 * 24 * 60 * 60 * 1000;
  const referralSlip = (record, called, about) => {
    const giver = called[record.from];
    const receiver = called[record.to];
    if (!giver || !(receiver || record.to === "everyone") || !about) return "";
    const facts = [inSlip(about)];
    const { date, how } = record.consent ?? {};
    if (date && date <= record.date) {
      facts.push(`${inSlip(how ?? "") || "yes"} ${inHalfAYear(date, record.date) ? date.slice(5) : date}`);
    }
    if (record.level) facts.push(`level ${record.level}`);
    return `- ${record.kind} ${giver}${receiver ? ` > ${receiver}` : ""}: ${facts.join("; ")}`;
  };
  const oneToOneSlip = (record, called) =>
    `- one-to-one ${record.between.map((id) => called[id]).join(" + ")} ${record.date.slice(5)}`;

  // The day it is where the visitor is

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
  };

  // The schema: [path, sentence] for everything that is not as it says. All values of a record are text.

  const isDay = (text) => {
    const day = /^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  };
  const isNumber = (text, { minimum = -Infinity, maximum = Infinity }) =>
    /^\d+$/.test(text) && Number(text) >= minimum && Number(text) <= maximum;
  const wrongText = (text, schema, longest) => {
    const types = [schema.type].flat();
    if (schema.enum && !schema.enum.includes(text)) return "Choose one of these.";
    if (schema.format === "date" && !isDay(text)) return "Choose a day that exists.";
    if (schema.pattern && !new RegExp(schema.pattern, "u").test(text)) return `“${text}” cannot stand here.`;
    if (types.includes("integer") && !types.includes("string") && !isNumber(text, schema))
      return `Write a whole number from ${schema.minimum} to ${schema.maximum}.`;
    if ([...text].length > longest) return `That is too long: at most ${longest} characters, please.`;
    return "";
  };
  const wrongs = (value, schema, longest, path = "") => {
    const types = [schema.type].flat();
    if (Array.isArray(value)) {
      if (!types.includes("array")) return [[path, "Only one, please."]];
      return value.flatMap((one) => wrongs(one, schema.items, longest, path));
    }
    if (typeof value === "string") {
      const wrong = wrongText(value, schema, path === "text" ? Infinity : longest);
      return wrong ? [[path, wrong]] : [];
    }
    const below = (key) => (path ? `${path}.${key}` : key);
    const missing = (schema.required ?? []).filter((key) => !(key in value));
    return [
      ...missing.map((key) => [below(key), "This is needed."]),
      ...Object.entries(value).flatMap(([key, one]) => {
        const inner = schema.properties?.[key] ?? schema.additionalProperties;
        return inner ? wrongs(one, inner, longest, below(key)) : [[below(key), "Nothing of this name belongs here."]];
      }),
    ];
  };

  return { aliasId, cleaned, datedId, inOneLine, isDay, oneToOneSlip, referralSlip, slug, tag, today, wrongs, yaml };
})();
