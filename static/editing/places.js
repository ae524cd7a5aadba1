/* Links to a place of this page (#title, #part): what is shut there is opened, and the caret stands
   in it, so that what is missing can be typed at once. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form) return;

  const FIELDS = "input:not([type=hidden]):not(:disabled), textarea, select, button";

  function unfold(target) {
    for (let above = target.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
  }

  /** A part is opened for writing, at the section that was meant. */
  function write(part, key) {
    LantaiEdition.open(part).then((editor) => {
      part.scrollIntoView();
      editor.focus();
      const heading = part.querySelector(`.cke_editable [data-key="${key}"]`);
      if (heading) LantaiEditor.goTo(part.querySelector("textarea[data-editor]"), heading);
    });
  }

  function go() {
    const key = decodeURIComponent(location.hash.slice(1));
    const target = key && document.getElementById(key);
    if (!target || !form.contains(target)) return;
    unfold(target);
    if (key === "parts" && !target.firstElementChild) return document.getElementById("add-part").click();
    const part = target.closest("[data-part]");
    if (part && part.querySelector("[data-editor-place]")) return write(part, key);
    const text = target.closest("[data-text]");
    if (text) return text.querySelector("[data-open]").click();
    const field = target.matches(FIELDS) ? target : target.querySelector("input[type=file]") || target.querySelector(FIELDS);
    target.scrollIntoView({ block: "center" });
    if (field) field.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".gaps a[href^='#']");
    if (link && link.hash === location.hash) go(); // the address does not change a second time
  });
  window.addEventListener("hashchange", go);
  window.addEventListener("load", go);
})();
