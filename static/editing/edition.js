/* The edition page: parts are opened one by one, moved, added, taken out. Without this file the page
   can be read, and its plain fields be saved. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form) return;
  const parts = document.getElementById("parts");
  const order = form.elements.order;
  const configs = JSON.parse(document.getElementById("editors").textContent);
  const unsaved = document.getElementById("unsaved");
  let changed = false;

  function touch() {
    changed = true;
    unsaved.textContent = "有未保存的改动";
  }

  /** Open a box: its fields are sent from now on, its text is in an editor. */
  function openBox(box, focus) {
    const place = box.querySelector("[data-editor-place]");
    const area = place.querySelector("textarea[data-editor]");
    const preview = box.querySelector("[data-preview]");
    const button = box.querySelector("[data-open]");
    place.hidden = false;
    if (preview) preview.hidden = true;
    if (button) button.hidden = true;
    for (const field of place.querySelectorAll("input, textarea")) field.disabled = false;
    return LantaiEditor.open(area, configs[area.dataset.editor], touch).then((editor) => {
      if (focus) editor.focus();
    });
  }

  function writeOrder() {
    order.value = [...parts.querySelectorAll("[data-part]")].map((box) => box.dataset.part).join(" ") + " ";
    touch();
  }

  function move(box, up) {
    const other = up ? box.previousElementSibling : box.nextElementSibling;
    if (!other || !other.dataset.part) return;
    if (up) parts.insertBefore(box, other);
    else parts.insertBefore(other, box);
    writeOrder();
    box.querySelector(up ? "[data-up]" : "[data-down]").focus();
  }

  let added = parts.querySelectorAll("[data-new]").length;
  function addPart() {
    const blank = document.getElementById("blank-part").innerHTML.replaceAll("new-__", "new-" + added);
    added += 1;
    const holder = document.createElement("div");
    holder.innerHTML = blank;
    const box = holder.firstElementChild;
    parts.append(box);
    openBox(box, false).then(() => box.querySelector("input").focus());
    touch();
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const box = button.closest("[data-part], [data-text]");
    if (button.matches("[data-open]")) openBox(box, true);
    else if (button.matches("[data-up]")) move(box, true);
    else if (button.matches("[data-down]")) move(box, false);
    else if (button.id === "add-part") addPart();
  });
  form.addEventListener("input", touch);
  form.addEventListener("change", (event) => {
    if (event.target.name.endsWith("-remove")) event.target.closest("section").classList.toggle("removed", event.target.checked);
  });
  form.addEventListener("submit", () => {
    LantaiEditor.save();
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });

  window.addEventListener("load", () => {
    for (const box of form.querySelectorAll("[data-start-open]")) openBox(box, false);
  });
})();
