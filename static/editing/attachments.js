/* Attachments are put in order by hand; without this file they stay as they stand. */
(function () {
  "use strict";

  const field = document.querySelector("input[name='attachment-order']");
  if (!field) return;
  const list = field.parentElement.querySelector("ol");

  function move(item, up) {
    const other = up ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (up) other.before(item);
    else other.after(item);
    field.value = [...list.children].map((one) => one.dataset.attachment).join(" ");
    item.querySelector(up ? "[data-earlier]" : "[data-later]").focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** An order that was kept is put back (edition.js); what it does not name follows. */
  function arrange() {
    const keys = field.value.trim().split(/\s+/);
    const at = (item) => (keys.includes(item.dataset.attachment) ? keys.indexOf(item.dataset.attachment) : keys.length);
    list.append(...[...list.children].sort((one, other) => at(one) - at(other)));
  }

  field.addEventListener("change", arrange);
  for (const tools of list.querySelectorAll(".move")) tools.hidden = list.children.length < 2;
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-earlier], button[data-later]");
    if (button) move(button.closest("li"), button.matches("[data-earlier]"));
  });
})();
