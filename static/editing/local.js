/* What this browser keeps of an edition that is being written, while the server has not confirmed it.
   One entry for each person, edition, box and window; copies carry the server's time. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form || !form.dataset.working) return;
  const mine = `lantai:${form.dataset.person}:${form.dataset.edition}:`;
  const ahead = Date.parse(form.dataset.now) - Date.now(); // of this machine's clock
  const came = /^[a-z0-9]{1,12}$/.test(form.dataset.tab) ? form.dataset.tab : ""; // the page came back
  const tab = came || Math.random().toString(36).slice(2, 10);
  const nameOf = (key) => `${mine}${key}:${tab}`;

  /** Whether it could be kept: a store may be full or forbidden. */
  function store(copy) {
    try {
      localStorage.setItem(nameOf(copy.key), JSON.stringify({ ...copy, tab }));
      return true;
    } catch (problem) {
      return false;
    }
  }

  /** What was offered and passed over, under a name of its own; "" where nothing can be kept. */
  function setAside(copy) {
    const name = `${mine}${copy.key}:aside-${Date.parse(copy.at)}`;
    try {
      localStorage.setItem(name, JSON.stringify({ ...copy, apart: true, tab: "aside" }));
      return name;
    } catch (problem) {
      return "";
    }
  }

  function read(name) {
    try {
      return { ...JSON.parse(localStorage.getItem(name)), name };
    } catch (problem) {
      return null;
    }
  }

  /** Every copy of this person and edition, of all windows. */
  function all() {
    try {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(mine));
      return names.map(read).filter((copy) => copy && copy.key && copy.fields);
    } catch (problem) {
      return [];
    }
  }

  function forget(name) {
    try {
      localStorage.removeItem(name);
    } catch (problem) {
      /* nothing is kept there */
    }
  }

  /** The server has this window's copy as it was then; what was typed since stays. */
  function confirmed(key, at) {
    const copy = read(nameOf(key));
    if (copy && copy.at && Date.parse(copy.at) <= Date.parse(at)) forget(nameOf(key));
  }

  /** A save stored these: what this browser kept of them before is superfluous. */
  function saved(boxes) {
    for (const copy of all()) {
      const covers = (one) => one.key === copy.key && one.tab === copy.tab && Date.parse(copy.at) <= Date.parse(one.at);
      if (boxes.some(covers)) forget(copy.name);
    }
  }

  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "tab", value: tab });
  form.append(field);

  const now = () => new Date(Date.now() + ahead).toISOString();
  window.LantaiLocal = { tab, mine, now, store, setAside, all, forget, confirmed, saved };
})();
