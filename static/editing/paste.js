/* A paste brings its HTML along in a field of its own; the box shows its text. It is never put into
   this page as HTML. Typing in the box afterwards means: only the text counts. */
(function () {
  "use strict";

  const form = document.getElementById("import-form");
  if (!form) return;
  const { text, html } = form.elements;
  const said = document.getElementById("paste-said");

  text.addEventListener("paste", (event) => {
    const brought = event.clipboardData.getData("text/html");
    if (!brought) return;
    event.preventDefault();
    html.value = brought;
    text.value = event.clipboardData.getData("text/plain");
    text.dispatchEvent(new CustomEvent("lantai:pasted", { bubbles: true })); // typing.js keeps it
    said.textContent = "已带上格式：" + text.value.length + " 字。在框中再改动，则只按文字导入。";
  });
  text.addEventListener("input", () => {
    html.value = "";
  });
})();
