/* A person's own phrases beside each field for an opinion or a comment: one press writes one there. */
(function () {
  "use strict";

  const kept = document.getElementById("phrases");
  const phrases = kept ? JSON.parse(kept.textContent) : [];
  if (!phrases.length) return;

  function write(field, text) {
    const said = field.value.trim();
    field.value = said ? `${said}${/[，。；！？]$/.test(said) ? "" : "。"}${text}` : text;
    field.dispatchEvent(new Event("input", { bubbles: true })); // as if typed
    field.focus();
  }

  function offer(field) {
    if (field.dataset.offered) return;
    field.dataset.offered = "1";
    const row = document.createElement("p");
    row.className = "phrases";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", "常用语");
    for (const text of phrases) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "phrase";
      button.textContent = text;
      button.addEventListener("click", () => write(field, text));
      row.append(button);
    }
    field.after(row);
  }

  const opinion = document.getElementById("id_opinion");
  if (opinion) offer(opinion);
  document.addEventListener("toggle", (event) => {
    const field = event.target.matches(".add-note[open]") && event.target.querySelector("textarea");
    if (field) offer(field);
  }, true);
})();
