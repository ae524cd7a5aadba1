/* The one place that knows CKEditor. To replace it, offer the same two things: open and save.
   A text is changed where it stands; its headings are the sections of a part, their numbers are
   counted and shown, never typed. */
(function () {
  "use strict";

  const LEVELS = { H3: 1, H4: 2, H5: 3, H6: 4 };
  const DIGITS = "零一二三四五六七八九";
  const editors = new Map();

  /** 7 → 七, 21 → 二十一, 105 → 一百零五; beyond 999 in Arabic digits. */
  function chinese(number) {
    if (number < 1 || number > 999) return String(number);
    const hundreds = Math.floor(number / 100);
    const rest = number % 100;
    const tens = Math.floor(rest / 10);
    const ones = rest % 10;
    let text = hundreds ? DIGITS[hundreds] + "百" : "";
    if (hundreds && rest && !tens) text += "零";
    if (tens) text += (tens === 1 && !hundreds ? "" : DIGITS[tens]) + "十";
    return text + (ones ? DIGITS[ones] : "");
  }

  function label(level, number) {
    return ["", chinese(number) + "、", "（" + chinese(number) + "）", number + ".", "（" + number + "）"][level];
  }

  /** Count as the server does: afresh under each new parent, the author's own number wins. */
  function renumber(place) {
    const at = [0, 0, 0, 0, 0];
    for (const block of place.querySelectorAll("h3, h4, h5, h6, [data-clause]")) {
      const level = LEVELS[block.tagName] || Number(block.dataset.clause);
      if (!level) continue;
      at[level] = Number(block.dataset.number) || at[level] + 1;
      at.fill(0, level + 1);
      block.setAttribute("data-cke-label", label(level, at[level])); // data-cke-*: never part of the text
    }
  }

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

  /** Start an editor on a textarea; changed is called at every change. Resolves once it is ready. */
  function open(area, config, changed) {
    if (editors.has(area)) return Promise.resolve(editors.get(area));
    if (!CKEDITOR.plugins.registered.lantaipicture) addPictures();
    area.disabled = false;
    return new Promise((ready) => {
      const editor = CKEDITOR.replace(area, { ...config, extraPlugins: config.extraPlugins + ",lantaipicture" });
      editors.set(area, editor);
      editor.on("langLoaded", () => {
        for (const [tag, name] of Object.entries(config.formatNames)) editor.lang.format["tag_" + tag] = name;
      });
      editor.on("instanceReady", () => {
        const place = editor.editable().$;
        place.classList.add("text");
        place.setAttribute("aria-label", area.getAttribute("aria-label") || "正文");
        renumber(place);
        editor.on("change", () => {
          renumber(place);
          changed();
        });
        ready(editor);
      });
    });
  }

  /** Put every editor's text into its field, as a form does when it is sent. */
  function save() {
    for (const editor of editors.values()) editor.updateElement();
  }

  window.LantaiEditor = { open, save };
})();
