/* On every page of the admin: leaves a mark in this browser that its person edits (public pages then
   show her 更正此处, static/public/correct.js), and takes away what she typed here when she signs out,
   or when somebody else signs in. The mark is no secret and opens nothing. */
(function () {
  "use strict";

  const me = document.currentScript.dataset.person;
  const TYPED = /^lantai(?:-typing)?:(\d+):/; // static/editing/local.js and typing.js

  function forget(whose) {
    for (const store of [localStorage, sessionStorage]) {
      for (const name of Object.keys(store)) {
        const found = TYPED.exec(name);
        if (found && whose(found[1])) store.removeItem(name);
      }
    }
  }

  try {
    forget((person) => person !== me);
    localStorage.setItem("lantai-edits", "1");
    for (const out of document.querySelectorAll("#logout-form")) {
      out.addEventListener("submit", () => {
        forget(() => true);
        localStorage.removeItem("lantai-edits"); // other windows hear of it (working.js)
      });
    }
  } catch (problem) {
    /* no storage, no mark, nothing kept */
  }
})();
