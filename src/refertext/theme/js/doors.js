// The doors: a form becomes the text of a record while it is filled in, and four ways lead on. Nothing is sent from here.

"use strict";

document.querySelectorAll(".door-form").forEach((form) => {
  const page = form.closest(".page");
  const start = page.tagName === "ARTICLE" ? `${page.id}.` : ""; // of all names on it, where the site is one file
  const at = (id) => document.getElementById(`${start}${id}`);
  const records = refertextRecords;
  // Without prototypes, since an id may be “constructor”
  const isBlock = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const bare = (_, value) => (isBlock(value) ? Object.assign(Object.create(null), value) : value);
  const facts = JSON.parse(at("door-facts").textContent, bare);
  const say = (id, text) => {
    const place = at(id);
    if (place.textContent !== text) place.textContent = text; // so that what has not changed is not read out again
    place.hidden = !text;
  };
  const MOST_OF_AN_ADDRESS = 8000; // GitHub refuses more than 8191 bytes
  const MOST_OF_A_MAIL = 1900; // some mail programs cut off what is longer

  const fields = [...form.querySelectorAll(".field")].map((box) => ({
    box,
    ...box.dataset,
    needed: "needed" in box.dataset,
    controls: [...box.querySelectorAll("input, select, textarea")],
    fault: box.querySelector(".fault"),
  }));
  const named = (name) => fields.find((field) => field.name === name);
  const touched = new Set();
  let tag = records.tag();

  // What the form says

  const read = ({ shape, controls }) => {
    if (shape === "choices") return controls.filter((one) => one.checked).map((one) => one.value);
    return shape === "text" ? records.cleaned(controls[0].value) : records.inOneLine(controls[0].value);
  };
  const valueOf = (name) => {
    const field = named(name);
    return field && isThere(field) ? read(field) : "";
  };
  const chosen = (name) => named(name).controls[0].selectedOptions[0].textContent;
  const isThere = ({ only }) => {
    if (!only) return true;
    const [, name, values] = only.match(/^([^=]+)=(.*)$/);
    return values.split("|").includes(valueOf(name));
  };
  const schemaAt = (path) => path.reduce((schema, key) => schema.properties[key], facts.schema);
  const put = (record, key, value) => {
    const path = key.split(".");
    const last = path.pop();
    const block = path.reduce((above, step) => (above[step] ??= {}), record);
    const isList = [schemaAt([...path, last]).type].flat().includes("array");
    block[last] = isList ? [...(block[last] ?? []), ...[value].flat()] : value;
  };
  const inOrder = (record) =>
    Object.fromEntries(Object.keys(facts.schema.properties).flatMap((key) => (key in record ? [[key, record[key]]] : [])));
  const recordOf = () => {
    const record = { ...facts.fixed };
    for (const field of fields) {
      const value = read(field);
      if (field.key && isThere(field) && value.length) put(record, field.key, field.prefix ? field.prefix + value : value);
    }
    const agreement = facts.kind === "signature" ? valueOf("agreement") : "";
    return inOrder(agreement ? { signed: { [agreement]: valueOf("date") } } : record);
  };

  const door = refertextKinds(facts, { valueOf, chosen, tag: () => tag })[facts.kind];

  // Faults, each beside its field, and what is only worth a second look

  const NEEDED = { choice: "Choose one, please.", day: "Choose a day, please.", words: "Write a few words, please." };
  const faultsOf = (record) => {
    const found = new Map();
    const add = (name, sentence) => {
      if (!found.has(name)) found.set(name, sentence);
    };
    for (const field of fields) {
      if (field.needed && isThere(field) && !read(field).length) add(field.name, NEEDED[field.shape]);
    }
    for (const [name, sentence] of door.faults(record)) add(name, sentence);
    for (const [path, sentence] of records.wrongs(record, facts.schema, facts.longest)) {
      const field = fields.find((one) => one.key === path && isThere(one)) ?? fields.find((one) => one.key === path);
      if (![...found.keys()].some((name) => named(name).key === path)) add(field?.name ?? fields[0].name, sentence);
    }
    return found;
  };
  const CONTACT = /[\w.+-]+@[\w-]+\.\w|(?:\d[ ()./-]*){9,}/;
  const DAYS = /\d{4}-\d\d-\d\d(?:-[a-z][\w-]*)?/g;
  const notesOf = (record, text) => {
    const contact = "It looks as if there is a phone number or a mail address in it: leave it out, since git never forgets.";
    return [...(CONTACT.test(text.replace(DAYS, "")) ? [contact] : []), ...door.notes(record)].join(" ");
  };

  const showFaults = (faults) => {
    for (const { name, box, controls, fault } of fields) {
      const sentence = touched.has(name) ? faults.get(name) ?? "" : "";
      fault.textContent = sentence;
      fault.hidden = !sentence;
      box.classList.toggle("wrong", Boolean(sentence));
      for (const control of controls) {
        if (sentence) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
      }
    }
  };
  const stateOf = (faults) => {
    const open = fields.filter(({ name, box }) => faults.has(name) && !box.hidden);
    if (!open.length) return "Ready. Now hand it in.";
    return `Still open: ${open.map((field) => `“${field.label}”`).join(", ")}.`;
  };

  // The ways on

  const addressOf = (file, text) => {
    if (facts.kind === "signature") return { address: facts.pages[valueOf("who")] ?? "", isWhole: false };
    if (!facts.forge) return { address: "", isWhole: false };
    const { address, name, text: taken } = facts.forge;
    const short = `${address}?${name}=${encodeURIComponent(file)}`;
    const whole = `${short}&${taken}=${encodeURIComponent(text)}`;
    return taken && whole.length <= MOST_OF_AN_ADDRESS ? { address: whole, isWhole: true } : { address: short, isWhole: false };
  };
  const mailOf = (file, text) => {
    const asked = facts.kind === "signature" ? `Please write this into ${file}, under “signed:”` : `Please add this file: ${file}`;
    const begun = `mailto:${facts.mail}?subject=${encodeURIComponent(`${page.querySelector("h1").textContent}: ${file}`)}`;
    const body = (said) => `&body=${encodeURIComponent(`${asked}\n\n${said}`.replaceAll("\n", "\r\n"))}`;
    const whole = begun + body(text);
    if (whole.length <= MOST_OF_A_MAIL) return { address: whole, isWhole: true };
    return { address: begun + body("(Press “Copy the text” on the page, and paste it here.)"), isWhole: false };
  };
  const FIRST = "Copy the text first, then paste it there.";
  const lead = (way, { address, isWhole }, whole) => {
    at(`way-${way}`).hidden = !address;
    if (!address) return;
    at(`to-${way}`).href = address;
    say(`hint-${way}`, isWhole ? whole : FIRST);
  };
  const showWays = (record, file, text) => {
    lead("forge", addressOf(file, text), "A page opens with everything filled in. You need an account there.");
    lead("mail", facts.mail ? mailOf(file, text) : { address: "" }, "Your mail program opens with everything filled in.");
    const slip = door.slip(record);
    at("way-slip").hidden = !slip;
    say("slip", slip);
  };

  const textOf = (record) => {
    if (facts.kind !== "signature") return records.yaml(record);
    const text = records.yaml({ signed: record.signed });
    const signed = facts.signed[valueOf("who")];
    return signed && !Object.keys(signed).length ? text : text.slice(text.indexOf("\n") + 1);
  };
  const update = () => {
    for (const field of fields) field.box.hidden = !isThere(field);
    for (const part of form.querySelectorAll(".part")) {
      part.hidden = ![...part.querySelectorAll(".field")].some((box) => !box.hidden);
    }
    const record = recordOf();
    const faults = faultsOf(record);
    showFaults(faults);
    const text = Object.keys(record).length ? textOf(record) : "";
    say("made-file", faults.size ? "" : door.file(record));
    say("made-text", text);
    say("made-state", stateOf(faults));
    say("made-notes", notesOf(record, text));
    at("ways").hidden = faults.size > 0;
    if (!faults.size) showWays(record, door.file(record), text);
    say("copied", "");
    return faults;
  };

  const begin = () => {
    for (const field of fields.filter((one) => one.name === "date")) field.controls[0].value = records.today();
    touched.clear();
    tag = records.tag();
    update();
  };
  const fill = () => {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
      const field = named(name);
      if (field && field.shape !== "choices") field.controls[0].value = value;
    }
  };
  const copy = async (place) => {
    try {
      await navigator.clipboard.writeText(place.textContent);
      say("copied", "Copied.");
    } catch {
      getSelection().selectAllChildren(place);
      say("copied", document.execCommand("copy") ? "Copied." : "It is marked: press Ctrl and C to copy it.");
    }
  };

  form.addEventListener("input", update);
  // A sentence that appears moves what is below it: while the mouse is down on a button, that would make it miss
  let isPressed = false;
  const showNow = () => {
    if (!isPressed) showFaults(faultsOf(recordOf()));
  };
  addEventListener("pointerdown", () => {
    isPressed = true;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () =>
      setTimeout(() => {
        isPressed = false;
        showNow();
      }),
    );
  }
  form.addEventListener("focusout", (event) => {
    const box = event.target.closest(".field");
    if (!box) return;
    touched.add(box.dataset.name);
    showNow();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const field of fields) touched.add(field.name);
    const faults = update();
    const first = fields.find((field) => faults.has(field.name) && !field.box.hidden);
    (first ? first.controls[0] : at("ways-title")).focus();
  });
  form.addEventListener("reset", () => setTimeout(begin));
  at("copy-text").addEventListener("click", () => copy(at("made-text")));
  at("copy-slip").addEventListener("click", () => copy(at("slip")));

  form.closest(".door").hidden = false;
  begin();
  fill();
  update();
});
