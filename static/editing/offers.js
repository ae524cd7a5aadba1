/* A field that offers what fits while one types (data-offers: where to ask). An editable combobox
   with a list, after the ARIA Authoring Practices; without this file it is a plain line of text.
   data-many: the mark between several values; the one in which the caret stands is completed. */
(function () {
  "use strict";

  const WAIT = 200; // milliseconds of rest before the server is asked
  const MARKS = /[,，、;；\n]/;

  function make(name, attributes, parent) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  }

  function attach(field) {
    const many = field.dataset.many;
    const place = document.createElement("div");
    place.className = "offers-place";
    field.before(place);
    place.append(field);
    const list = make("ul", { class: "offers", role: "listbox", id: `${field.id}-offers`, "aria-label": "可选的", hidden: "" }, place);
    const said = make("span", { class: "visually-hidden", role: "status" }, place);
    for (const [key, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(key, value);
    let chosen = -1;
    let timer = 0;
    let asked = 0;

    /** Where the value at the caret begins and ends. */
    function span() {
      if (!many) return [0, field.value.length];
      const caret = field.selectionStart;
      let start = caret;
      let end = caret;
      while (start > 0 && !MARKS.test(field.value[start - 1])) start -= 1;
      while (end < field.value.length && !MARKS.test(field.value[end])) end += 1;
      return [start, end];
    }

    function close() {
      list.hidden = true;
      list.replaceChildren();
      chosen = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
      asked += 1; // an answer on its way comes too late
    }

    function take(name) {
      const [start, end] = span();
      const after = field.value.slice(end);
      const head = field.value.slice(0, start) + name + (many && !after.trim() ? many : "");
      field.value = head + after;
      field.setSelectionRange(head.length, head.length);
      close();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      clearTimeout(timer);
    }

    function choose(step) {
      const options = [...list.children];
      if (!options.length) return;
      chosen = (chosen + step + options.length) % options.length;
      options.forEach((one, at) => one.setAttribute("aria-selected", String(at === chosen)));
      field.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }

    function show(offers) {
      close();
      const others = many ? field.value.split(MARKS).map((one) => one.trim()) : [];
      const fresh = offers.filter((one) => !others.includes(one.name));
      fresh.forEach((one, at) => {
        const option = make("li", { role: "option", id: `${list.id}-${at}`, "aria-selected": "false" }, list);
        option.dataset.name = one.name;
        make("span", {}, option).textContent = one.name;
        if (one.note) make("small", {}, option).textContent = one.note;
      });
      list.hidden = !fresh.length;
      field.setAttribute("aria-expanded", String(fresh.length > 0));
      said.textContent = fresh.length ? `有 ${fresh.length} 项可选，用上下键` : "";
    }

    function ask() {
      const [start, end] = span();
      const typed = field.value.slice(start, end).trim();
      if (!typed) return close();
      const mine = (asked += 1);
      fetch(`${field.dataset.offers}?q=${encodeURIComponent(typed)}`, { credentials: "same-origin", redirect: "error" })
        .then((answer) => (answer.ok ? answer.json() : { offers: [] }))
        .then((answer) => mine === asked && document.activeElement === field && show(answer.offers))
        .catch(() => {}); // offline: it is a plain line of text
    }

    field.addEventListener("input", (event) => {
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(ask, WAIT);
    });
    field.addEventListener("compositionend", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && list.hidden) ask();
      if (list.hidden) return;
      if (event.key === "ArrowDown") choose(1);
      else if (event.key === "ArrowUp") choose(-1);
      else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen].dataset.name);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the caret
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(option.dataset.name);
    });
  }

  for (const field of document.querySelectorAll("input[data-offers]")) attach(field);
})();
