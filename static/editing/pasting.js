/* What is pasted into an open text from Word, WPS, WeChat or a page is read by the server as an
   import reads it: headings, lists, tables, links and pictures stay, the rubbish goes. Where the
   server is away or has nothing better, the editor's own filter does it. */
(function () {
  "use strict";

  const BLOCKS = /<(?:p|div|li|tr|h[1-6])[\s>]/gi;
  const INTERNAL = 1; // CKEDITOR.DATA_TRANSFER_INTERNAL: within one editor
  const FOREIGN = 3;

  /** Whether there is more to understand than words within a line. */
  function isStructured(html) {
    return (html.match(BLOCKS) || []).length > 1 || /<(?:h[1-6]|table|ol|ul|img)[\s>]/i.test(html);
  }

  function read(html, address) {
    const form = new FormData();
    form.append("html", html);
    form.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    return fetch(address, { method: "POST", body: form, credentials: "same-origin", redirect: "error" })
      .then((answer) => (answer.ok ? answer.json() : { html: "", told: [] }))
      .catch(() => ({ html: "", told: [] }));
  }

  /** Lines of plain text as paragraphs; "" where there is but one. */
  function paragraphs(text) {
    const lines = text.split(/\r\n?|\n/).filter((line) => line.trim());
    return lines.length > 1 ? lines.map((line) => `<p>${CKEDITOR.tools.htmlEncode(line)}</p>`).join("") : "";
  }

  /** Several blocks go before or behind the heading in which the caret stands, not into it. */
  function leaveHeading(editor) {
    const heading = editor.elementPath().block;
    const range = editor.getSelection().getRanges()[0];
    if (!heading || !range || !/^h[1-6]$/.test(heading.getName())) return;
    range.deleteContents();
    const place = editor.document.createElement("p");
    if (range.checkStartOfBlock()) {
      place.insertBefore(heading);
      if (!heading.getText().trim()) heading.remove();
    } else {
      range.setEndAt(heading, CKEDITOR.POSITION_BEFORE_END);
      range.extractContents().appendTo(place);
      place.insertAfter(heading);
    }
    if (!place.getText().trim()) place.setHtml("<br>");
    range.moveToElementEditStart(place);
    range.select();
  }

  function put(editor, said, original) {
    editor.focus();
    leaveHeading(editor);
    if (!said.html) return editor.fire("paste", { type: "html", dataValue: original, method: "paste", asItIs: true });
    editor.fire("saveSnapshot");
    editor.insertHtml(said.html);
    editor.fire("saveSnapshot");
    for (const one of said.told) editor.showNotification(one, "warning");
    return null;
  }

  /** Read every structured paste before the editor filters it. */
  function watch(editor) {
    editor.on(
      "paste",
      (event) => {
        const { dataValue, dataTransfer, asItIs } = event.data;
        const from = dataTransfer ? dataTransfer.getTransferType(editor) : FOREIGN;
        if (asItIs || from === INTERNAL || !editor.config.pasteReader) return;
        const brought = (type) => (dataTransfer && dataTransfer.getData(type, true)) || "";
        const html = brought("text/html") || paragraphs(brought("text/plain")) || dataValue || "";
        if (!isStructured(html)) return;
        event.cancel();
        read(html, editor.config.pasteReader).then((said) => put(editor, said, html));
      },
      null,
      null,
      1, // before the editor's own filters
    );
  }

  window.LantaiPasting = { watch };
})();
