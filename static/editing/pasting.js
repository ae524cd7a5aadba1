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

  function put(editor, said, original) {
    editor.focus();
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
        const html = (dataTransfer && dataTransfer.getData("text/html", true)) || dataValue || "";
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
