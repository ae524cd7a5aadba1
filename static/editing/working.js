/* What is typed is kept every few seconds: at the server, and in this browser while the server is
   away. Coming back offers it, with its time. The browser's copy belongs to one person, and goes
   when she signs out. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form || !form.dataset.working) return;
  const EVERY = 2500; // milliseconds: with the time a request takes, less than five seconds
  const BEAT = 15000;
  const said = document.getElementById("unsaved");
  const mine = `lantai:${form.dataset.person}:${form.dataset.edition}:`;
  const kept = JSON.parse(document.getElementById("working-copies").textContent);
  const dirty = new Set();
  let away = false;
  let sending = false;

  const boxes = () => [...form.querySelectorAll("[data-box]")];
  const keyOf = (box) => box.dataset.box;

  /** The fields of a box by their short names; hidden and closed ones are not sent. */
  function fieldsOf(box) {
    LantaiEditor.save();
    const fields = {};
    for (const field of box.querySelectorAll("input, textarea, select")) {
      if (!field.name || field.form !== form || field.disabled || ["hidden", "file", "checkbox"].includes(field.type)) continue;
      fields[field.name.replace(/^(part-[a-z0-9]{6}|head|new-\d+)-/, "")] = field.value;
    }
    return fields;
  }

  function seenOf(box) {
    const field = box.querySelector("input[name$='-seen']");
    return field ? Number(field.value) : 0;
  }

  function store(key, copy) {
    try {
      localStorage.setItem(mine + key, JSON.stringify(copy));
    } catch (problem) {
      /* a full or forbidden store: the server's copy is the one that counts */
    }
  }

  function forget(key) {
    localStorage.removeItem(mine + key);
  }

  function collect() {
    const found = [];
    for (const box of boxes()) {
      if (!dirty.has(keyOf(box))) continue;
      const copy = { key: keyOf(box), seen: seenOf(box), fields: fieldsOf(box), at: new Date().toISOString() };
      store(copy.key, copy);
      found.push(copy);
    }
    return found;
  }

  const openKeys = () => boxes().filter((box) => box.querySelector(".cke_editable")).map(keyOf);

  function send(found, gone) {
    return fetch(form.dataset.working, {
      method: "POST",
      credentials: "same-origin",
      redirect: "error", // a session that ended leads to the sign-in page: that is "away", too
      headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      body: JSON.stringify({ boxes: found, open: openKeys(), gone: gone || [] }),
    }).then((answer) => {
      if (answer.status >= 500 || answer.status === 403 || answer.status === 404) throw new Error(String(answer.status));
      return answer.json();
    });
  }

  function beat() {
    if (sending) return;
    sending = true;
    const found = collect();
    const keys = found.map((copy) => copy.key);
    for (const key of keys) dirty.delete(key);
    send(found)
      .then((answer) => {
        away = false;
        show(answer, keys.length > 0);
      })
      .catch(() => {
        away = true;
        for (const key of keys) dirty.add(key);
        if (keys.length) said.textContent = "连不上服务器，您写的内容暂存在本机浏览器中";
      })
      .finally(() => {
        sending = false;
      });
  }

  function show(answer, wasKept) {
    if (answer.refused) said.textContent = answer.refused;
    else if (wasKept) said.textContent = `已暂存 ${answer.at}，还没有保存`;
    for (const note of form.querySelectorAll("[data-people]")) {
      const key = note.dataset.people;
      const names = answer.people.filter((one) => one[1] === key).map((one) => one[0]);
      note.textContent = names.length ? `${names.join("、")}正在这里` : "";
    }
    for (const box of boxes()) {
      const now = (answer.revisions || {})[keyOf(box)];
      box.classList.toggle("newer", Boolean(now) && now > seenOf(box));
    }
  }

  /** Offer what was not saved: in its box, with its time, to be taken or left. */
  function offer(copy) {
    const box = boxes().find((one) => keyOf(one) === copy.key);
    const notice = document.createElement("p");
    notice.className = "offer";
    notice.setAttribute("role", "status");
    const time = new Date(copy.at).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });
    notice.append(`您在 ${time} 写的内容还没有保存。`);
    const take = document.createElement("button");
    const leave = document.createElement("button");
    for (const [button, name] of [[take, "恢复"], [leave, "不要了"]]) {
      button.type = "button";
      button.className = "button";
      button.textContent = name;
      notice.append(" ", button);
    }
    take.onclick = () => {
      notice.remove();
      LantaiEdition.fill(box, copy);
      dirty.add(copy.key);
    };
    leave.onclick = () => {
      notice.remove();
      forget(copy.key);
      send([], [copy.key]).catch(() => {});
    };
    (box || form).prepend(notice);
  }

  function offerAll() {
    const found = new Map(kept.map((copy) => [copy.key, copy]));
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(mine)) continue;
      const copy = JSON.parse(localStorage.getItem(name));
      const known = found.get(copy.key);
      if (!known || known.at < copy.at) found.set(copy.key, copy);
    }
    for (const copy of found.values()) {
      // What was sent and not stored is in its editor again: nothing to offer.
      if (boxes().some((box) => keyOf(box) === copy.key && box.matches("[data-start-open]"))) continue;
      if (/^new-/.test(copy.key) && !boxes().some((box) => keyOf(box) === copy.key)) LantaiEdition.add(copy.key);
      offer(copy);
    }
  }

  form.addEventListener("lantai:changed", (event) => dirty.add(event.detail));
  form.addEventListener("submit", () => {
    collect(); // if this very request is lost, it is offered again
  });
  for (const out of document.querySelectorAll("#logout-form")) {
    out.addEventListener("submit", () => {
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith(`lantai:${form.dataset.person}:`)) localStorage.removeItem(name);
      }
    });
  }
  for (const key of (form.dataset.saved || "").split(" ")) if (key) forget(key);

  window.addEventListener("load", () => {
    offerAll();
    setInterval(() => (dirty.size || away) && beat(), EVERY);
    setInterval(() => document.hasFocus() && beat(), BEAT);
    beat();
  });
})();
