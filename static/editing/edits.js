/* Leaves a mark in this browser that its person edits, and takes it away when she signs out; public
   pages then show her 更正此处 (static/public/correct.js). It is no secret and opens nothing. */
(function () {
  "use strict";

  try {
    localStorage.setItem("lantai-edits", "1");
    for (const out of document.querySelectorAll("#logout-form")) {
      out.addEventListener("submit", () => localStorage.removeItem("lantai-edits"));
    }
  } catch (problem) {
    /* no storage, no mark */
  }
})();
