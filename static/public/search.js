/* 联想: what may be meant, while one types. Without it the box works as any other. */
(function () {
  "use strict";

  const box = document.querySelector("[data-suggest]");
  if (!box) return;

  const PAUSE = 150; // ms without a key
  const list = document.createElement("ul");
  let waiting = 0;
  let asked = new AbortController();
  let at = -1;

  list.id = "suggested";
  list.className = "suggested";
  list.hidden = true;
  say(list, { role: "listbox", "aria-label": "联想" });
  say(box, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });
  box.after(list);

  function say(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }

  function show(found) {
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    say(box, { "aria-expanded": String(!list.hidden) });
    mark(-1);
  }

  function option({ text, kind, address }, index) {
    const element = document.createElement("li");
    const note = document.createElement("span");
    note.textContent = kind;
    element.id = `suggested-${index}`;
    element.dataset.address = address;
    say(element, { role: "option", "aria-selected": "false" });
    element.append(text, " ", note);
    return element;
  }

  /* The one that Enter takes; -1: what was typed. */
  function mark(index) {
    at = index;
    for (const [place, one] of [...list.children].entries()) say(one, { "aria-selected": String(place === at) });
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else {
      say(box, { "aria-activedescendant": list.children[at].id });
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  }

  function stop() {
    clearTimeout(waiting);
    asked.abort();
    show([]);
  }

  function wait() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  }

  async function ask() {
    const typed = box.value.trim();
    asked.abort();
    if (!typed) return show([]);
    asked = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asked.signal });
      show(answer.ok ? (await answer.json()).suggestions : []);
    } catch (problem) {
      /* another question came first, or nobody answers */
    }
  }

  function take(element) {
    stop();
    location.assign(element.dataset.address);
  }

  /* While an input method composes, keys and letters are its own. */
  box.addEventListener("input", (event) => event.isComposing || wait());
  box.addEventListener("compositionend", wait);
  box.addEventListener("blur", stop);
  box.form.addEventListener("submit", stop);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") mark(at < last ? at + 1 : -1);
    else if (event.key === "ArrowUp") mark(at < 0 ? last : at - 1);
    else if (event.key === "Escape") stop();
    else if (event.key === "Enter" && at >= 0) take(list.children[at]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const element = event.target.closest("li");
    if (element) take(element);
  });
})();
