/* The edition page: parts are opened one by one, moved, added, taken out. Without this file the page
   can be read, and its plain fields be saved. A box is what is saved by itself: the head, each part,
   each new part, the order of the parts; its name stands in data-box. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form) return;
  const parts = document.getElementById("parts");
  const order = form.elements.order;
  const configs = JSON.parse(document.getElementById("editors").textContent);
  const unsaved = document.getElementById("unsaved");
  let changed = false;

  function touch(box) {
    changed = true;
    unsaved.textContent = "有未保存的改动";
    if (box) form.dispatchEvent(new CustomEvent("lantai:changed", { detail: box.dataset.box }));
  }

  const boxOf = (element) => element.closest("[data-box]");

  /** Open a place: its fields are sent from now on, its text is in an editor. */
  function open(place, focus) {
    const inside = place.querySelector("[data-editor-place]");
    const area = inside.querySelector("textarea[data-editor]");
    const preview = place.querySelector("[data-preview]");
    const button = place.querySelector("[data-open]");
    inside.hidden = false;
    if (preview) preview.hidden = true;
    if (button) button.hidden = true;
    for (const field of inside.querySelectorAll("input, textarea")) field.disabled = false;
    return LantaiEditor.open(area, configs[area.dataset.editor], () => touch(boxOf(place))).then((editor) => {
      if (focus) editor.focus();
      form.dispatchEvent(new CustomEvent("lantai:opened", { detail: boxOf(place).dataset.box }));
      return editor;
    });
  }

  function writeOrder() {
    order.value = [...parts.querySelectorAll("[data-part]")].map((box) => box.dataset.part).join(" ") + " ";
    touch(boxOf(order));
  }

  /** The parts in a kept order, as the server would put them: those that it does not name follow. */
  function inOrder(keys) {
    const place = new Map(keys.map((key, at) => [key, at]));
    const at = (box) => (place.has(box.dataset.part) ? place.get(box.dataset.part) : keys.length);
    return [...parts.querySelectorAll("[data-part]")].sort((one, other) => at(one) - at(other));
  }

  function arrange(keys) {
    parts.prepend(...inOrder(keys));
    writeOrder();
    form.dispatchEvent(new CustomEvent("lantai:arranged"));
  }

  function move(box, up) {
    const other = up ? box.previousElementSibling : box.nextElementSibling;
    if (!other || !other.dataset.part) return;
    put(box, other, !up);
    box.querySelector(up ? "[data-up]" : "[data-down]").focus();
  }

  /** Put a part before or behind another one. */
  function put(box, other, behind) {
    if (behind) other.after(box);
    else other.before(box);
    writeOrder();
    form.dispatchEvent(new CustomEvent("lantai:arranged"));
  }

  let added = parts.querySelectorAll("[data-new]").length;
  /** A new part; key: the name it had when somebody began to write it. */
  function add(key) {
    const number = key ? Number(key.replace("new-", "")) : added;
    added = Math.max(added, number + 1);
    const holder = document.createElement("div");
    holder.innerHTML = document.getElementById("blank-part").innerHTML.replaceAll("new-__", "new-" + number);
    const box = holder.firstElementChild;
    parts.append(box);
    return box;
  }

  function addByHand() {
    const box = add();
    open(box, false).then(() => box.querySelector("input").focus());
    touch();
  }

  /** Put kept fields back into a box, its texts into their editors. */
  function fill(box, copy) {
    if (copy.key === "order") return arrange((copy.fields.order || "").split(" "));
    const prefix = { head: "head" }[copy.key] || (copy.key.startsWith("new-") ? copy.key : "part-" + copy.key);
    const named = (name) => form.elements[/^attachment-/.test(name) ? name : `${prefix}-${name}`];
    const places = box.matches("[data-part], [data-new]") ? [box] : [...box.querySelectorAll("[data-text]")];
    for (const place of places) {
      const area = place.querySelector("textarea[data-editor]");
      const name = area.name.slice(prefix.length + 1);
      if (name in copy.fields) open(place, false).then((editor) => editor.setData(copy.fields[name]));
    }
    for (const [name, value] of Object.entries(copy.fields)) {
      const field = named(name);
      if (field && !field.matches("[data-editor]")) {
        field.disabled = false;
        field.value = value;
        if (field.type === "checkbox") mark(field, true);
        else if (field.type === "hidden") field.dispatchEvent(new Event("change"));
      }
    }
    const seen = named("seen");
    if (seen && copy.seen) seen.value = copy.seen;
    touch(box);
  }

  /** A part that is about to be taken out shows it. */
  function mark(field, removed) {
    field.checked = removed;
    if (field.closest("[data-part]")) field.closest("[data-part]").classList.toggle("removed", removed);
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const place = button.closest("[data-part], [data-text]");
    if (button.matches("[data-open]")) open(place, true);
    else if (button.matches("[data-up]")) move(place, true);
    else if (button.matches("[data-down]")) move(place, false);
    else if (button.id === "add-part") addByHand();
  });
  form.addEventListener("input", (event) => {
    if (event.target.form === form || event.target.isContentEditable) touch(boxOf(event.target));
  });
  form.addEventListener("change", (event) => {
    if (event.target.name.endsWith("-remove")) mark(event.target, event.target.checked);
  });
  form.addEventListener("submit", () => {
    LantaiEditor.save();
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
  window.addEventListener("load", () => {
    for (const place of form.querySelectorAll("[data-start-open]")) open(place, false);
  });

  window.LantaiEdition = { add, fill, inOrder, move, put, open: (box) => open(box, false) };
})();
