// Search, tables that sort, light and dark, the menu on a phone. Everything works without, only less comfortably.

"use strict";

const base = document.body.dataset.base || ".";

// Light and dark

const scheme = document.querySelector(".scheme");
if (scheme) {
  scheme.hidden = false;
  scheme.addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.scheme
      ? root.dataset.scheme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.scheme = dark ? "light" : "dark";
    try {
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch {
      // storage may be refused; the choice holds for this page
    }
  });
}

// A sheet is printed

for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// The menu is folded on a phone

const fold = document.querySelector(".menu-fold");
const narrow = matchMedia("(max-width: 58rem)");
const foldAsFits = () => {
  if (fold) fold.open = !narrow.matches;
};
narrow.addEventListener("change", foldAsFits);
foldAsFits();

// Tables that sort: each heading of a table of the class “sorts” is a button

const valueOf = (row, column) => {
  const cell = row.cells[column];
  return cell ? cell.dataset.sort ?? cell.textContent.trim() : "";
};
const compared = (one, other) => {
  const [first, second] = [Number.parseFloat(one), Number.parseFloat(other)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
  return one.localeCompare(other);
};
const sort = (table, heading) => {
  const column = heading.cellIndex;
  const descending = heading.getAttribute("aria-sort") === "ascending";
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((one, other) => compared(valueOf(one, column), valueOf(other, column)));
  body.append(...(descending ? rows.reverse() : rows));
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
};
for (const table of document.querySelectorAll("table.sorts")) {
  for (const heading of table.tHead?.rows[0]?.cells ?? []) {
    if (!heading.textContent.trim()) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(table, heading));
    heading.append(button);
  }
}

// A picture that is wider than the page begins with the latest

for (const picture of document.querySelectorAll(".across.latest")) picture.scrollLeft = picture.scrollWidth;

// A link to a place inside something folded opens it

const reveal = () => {
  let place = null;
  try {
    place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return; // no address of ours
  }
  for (let around = place; around; around = around.parentElement) {
    if (around.tagName === "DETAILS") around.open = true;
  }
  place?.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();

// Search: the index is a script that is loaded when somebody begins to search

const search = document.querySelector(".search");
const input = document.querySelector("#Search");
const found = document.querySelector("#Found");
const MOST_FOUND = 12;
let loading = null;

const load = () => {
  loading ??= new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = `${base}/search-index.js`;
    script.onload = () => loaded(window.refertextPages ?? []);
    script.onerror = failed;
    document.head.append(script);
  });
  return loading;
};
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const score = (words, title, heading, text) => {
  let sum = 0;
  for (const word of words) {
    const places = [plain(title), plain(heading), plain(text)].map((one) => one.indexOf(word));
    if (places.every((place) => place < 0)) return 0;
    sum += (places[0] >= 0 ? (places[0] === 0 ? 12 : 8) : 0) + (places[1] >= 0 ? 4 : 0) + (places[2] >= 0 ? 1 : 0);
  }
  return sum;
};
const shortened = (text, word) => {
  const place = Math.max(plain(text).indexOf(word), 0);
  const start = text.lastIndexOf(" ", Math.max(place - 40, 0)) + 1;
  return (start > 1 ? "… " : "") + text.slice(start, start + 140);
};
const titled = (words, title) => {
  const [asked, whole] = [words.join(" "), plain(title)];
  return whole.startsWith(asked) ? (24 * asked.length) / whole.length : 0;
};
const matches = (pages, words) => {
  const best = [];
  for (const [path, title, parts] of pages) {
    let top = null;
    for (const [anchor, heading, text] of parts.length ? parts : [["", "", ""]]) {
      const sum = score(words, title, heading, text);
      const points = sum && sum + titled(words, title);
      if (points && (!top || points > top.points)) top = { points, path, title, anchor, heading, text };
    }
    if (top) best.push(top);
  }
  return best.sort((one, other) => other.points - one.points).slice(0, MOST_FOUND);
};
const show = (rows, word) => {
  found.replaceChildren();
  if (!rows.length) {
    const none = document.createElement("p");
    none.textContent = "Nothing found.";
    found.append(none);
  }
  rows.forEach((row, number) => {
    const link = document.createElement("a");
    link.href = `${base}/${row.path}.html${row.anchor ? `#${row.anchor}` : ""}`;
    link.id = `Found-${number}`;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const title = document.createElement("strong");
    title.textContent = row.heading ? `${row.title} – ${row.heading}` : row.title;
    const text = document.createElement("span");
    text.textContent = shortened(row.text, word);
    link.append(title, text);
    found.append(link);
  });
  found.hidden = false;
  input.setAttribute("aria-expanded", "true");
};
const hide = () => {
  found.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
};
const choose = (step) => {
  const links = [...found.querySelectorAll("a")];
  if (!links.length) return;
  const now = links.findIndex((link) => link.getAttribute("aria-selected") === "true");
  const next = (now + step + links.length) % links.length;
  links.forEach((link, number) => link.setAttribute("aria-selected", String(number === next)));
  links[next].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", links[next].id);
};
if (search && input && found) {
  search.hidden = false;
  input.addEventListener("focus", () => load().catch(() => {}));
  input.addEventListener("input", async () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    if (!words.length) return hide();
    const pages = await load().catch(() => []);
    show(matches(pages, words), words[0]);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Enter") {
      const chosen = found.querySelector('a[aria-selected="true"]') ?? found.querySelector("a");
      if (chosen && !found.hidden) location.href = chosen.href;
    }
  });
  document.addEventListener("click", (event) => {
    if (!search.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      input.focus();
    }
  });
}
