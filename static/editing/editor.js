/* The one place that knows CKEditor. To replace it, offer the same four: open, save, change, goTo.
   A text is changed where it stands; its headings are the sections of a part, their numbers are
   counted and shown, never typed. */
(function () {
  "use strict";

  // Without it CKEditor makes an editor of every writable place it finds once the page is read.
  if (window.CKEDITOR) CKEDITOR.disableAutoInline = true;
  const editors = new Map();

  function upload(editor, file, config) {
    const alt = window.prompt("请写一句图片说明（读屏用户靠它了解图片）", "") || "";
    const form = new FormData();
    form.append("picture", file);
    form.append("alt", alt);
    form.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    return fetch(config.pictureUpload, { method: "POST", body: form, credentials: "same-origin" })
      .then((answer) => answer.json())
      .then((said) => {
        if (said.error) throw new Error(said.error);
        const image = editor.document.createElement("img");
        image.setAttribute("src", said.address);
        image.setAttribute("alt", said.alt);
        editor.insertElement(image);
      })
      .catch((problem) => editor.showNotification(problem.message || "图片没有上传成功，请再试一次", "warning"));
  }

  function choose(editor, config) {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = "image/*";
    input.onchange = () => input.files[0] && upload(editor, input.files[0], config);
    input.click();
  }

  function addPictures() {
    CKEDITOR.plugins.add("lantaipicture", {
      init: (editor) => {
        editor.addCommand("lantaiPicture", { exec: () => choose(editor, editor.config), async: true });
        editor.ui.addButton("LantaiPicture", { label: "插入图片", command: "lantaiPicture", toolbar: "insert", icon: "image" });
        editor.on("paste", (event) => {
          const transfer = event.data.dataTransfer;
          if (!transfer || event.data.dataValue || !transfer.getFilesCount()) return;
          for (let index = 0; index < transfer.getFilesCount(); index += 1) {
            const file = transfer.getFile(index);
            if (file && /^image\//.test(file.type)) upload(editor, file, editor.config);
          }
          event.cancel();
        });
      },
    });
  }

  /** CKEditor's sheet of signs is a table that calls itself a list: its signs are buttons. */
  function nameSigns(event) {
    if (event.data.getName() !== "specialchar") return;
    const sheet = event.data.getElement().$;
    for (const table of sheet.querySelectorAll("table[role=listbox]")) {
      table.setAttribute("role", "presentation");
      table.removeAttribute("aria-labelledby");
    }
    for (const sign of sheet.querySelectorAll("[role=option]")) {
      sign.setAttribute("role", "button");
      for (const name of ["aria-posinset", "aria-setsize"]) sign.removeAttribute(name);
    }
  }

  /** Start an editor on a textarea; changed is called at every change. Resolves once it is ready. */
  function open(area, config, changed) {
    if (editors.has(area)) return Promise.resolve(editors.get(area));
    if (!CKEDITOR.plugins.registered.lantaipicture) addPictures();
    area.disabled = false;
    return new Promise((ready) => {
      const editor = CKEDITOR.replace(area, { ...config, extraPlugins: config.extraPlugins + ",lantaipicture" });
      editors.set(area, editor);
      editor.on("dialogShow", nameSigns);
      editor.on("langLoaded", () => {
        for (const [tag, name] of Object.entries(config.formatNames)) editor.lang.format["tag_" + tag] = name;
      });
      editor.on("instanceReady", () => {
        const place = editor.editable().$;
        LantaiPasting.watch(editor);
        place.classList.add("text");
        place.setAttribute("aria-label", area.getAttribute("aria-label") || "正文");
        LantaiSections.renumber(place);
        editor.on("key", (event) => {
          if (event.data.keyCode === 13) makeHeading(editor, place);
        });
        editor.on("change", () => {
          LantaiSections.renumber(place);
          changed();
        });
        ready(editor);
      });
    });
  }

  /** Enter behind 「三、加强保障」: the line is a heading now, and can be taken back with one undo. */
  function makeHeading(editor, place) {
    const block = editor.config.format_tags.includes("h3") && editor.elementPath().block;
    const range = editor.getSelection().getRanges()[0];
    if (!block || !range || !range.collapsed || !range.checkEndOfBlock()) return;
    editor.fire("saveSnapshot");
    const heading = LantaiSections.typed(block.$, place);
    if (!heading) return;
    const after = editor.createRange();
    after.moveToElementEditEnd(new CKEDITOR.dom.element(heading));
    after.select();
    LantaiSections.renumber(place);
    editor.fire("saveSnapshot");
  }

  /** Put every editor's text into its field, as a form does when it is sent. */
  function save() {
    for (const editor of editors.values()) editor.updateElement();
  }

  /** Change the blocks of an open text by hand, as one step that can be undone. */
  function change(area, act) {
    const editor = editors.get(area);
    editor.fire("saveSnapshot");
    act();
    LantaiSections.renumber(editor.editable().$);
    editor.fire("saveSnapshot");
    editor.fire("change");
  }

  /** Bring a block of an open text into view, with the caret at its beginning. */
  function goTo(area, block) {
    const editor = editors.get(area);
    const range = editor.createRange();
    range.moveToElementEditStart(new CKEDITOR.dom.element(block));
    block.scrollIntoView({ block: "center" });
    editor.focus();
    range.select();
  }

  window.LantaiEditor = { open, save, change, goTo };
})();
