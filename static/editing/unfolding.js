/* A part's text is shown cut: it fades where more follows, and a button unfolds all of it. Without
   this file the box scrolls. */
(function () {
  "use strict";

  function watch(preview) {
    if (preview.scrollHeight <= preview.clientHeight + 8) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet unfold";
    preview.after(button);
    const show = (whole) => {
      preview.classList.toggle("whole", whole);
      preview.classList.toggle("cut", !whole);
      button.setAttribute("aria-expanded", String(whole));
      button.textContent = whole ? "收起" : "展开全文";
    };
    button.addEventListener("click", () => show(!preview.classList.contains("whole")));
    // At its end nothing more follows.
    preview.addEventListener("scroll", () => {
      const more = preview.scrollHeight - preview.scrollTop > preview.clientHeight + 8;
      preview.classList.toggle("cut", more && !preview.classList.contains("whole"));
    });
    show(false);
  }

  window.addEventListener("load", () => {
    for (const preview of document.querySelectorAll(".part > .preview")) watch(preview);
  });
})();
