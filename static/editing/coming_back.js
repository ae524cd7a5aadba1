/* Coming back: what was typed and not saved is offered in its box, with its time, to be taken or left.
   Where the box is gone, its words are shown, and become a new part if she wants it. */
(function () {
  "use strict";

  const form = document.getElementById("edition-form");
  if (!form || !form.dataset.working) return;
  const boxes = () => [...form.querySelectorAll("[data-box]")];
  const boxOf = (key) => boxes().find((box) => box.dataset.box === key);
  const mayAdd = () => Boolean(document.getElementById("blank-part"));
  const SHOWN = 8; // names of parts
  const TIME = { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" };

  function button(name, act) {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "button", textContent: name, onclick: act });
    return made;
  }

  /** A line above a box, or above everything, with its buttons: [[name, what it does]]. */
  function notice(place, sentence, buttons) {
    const line = document.createElement("div");
    line.className = "offer";
    line.setAttribute("role", "status");
    line.append(sentence);
    for (const [name, act] of buttons) {
      line.append(" ", button(name, () => {
        line.remove();
        act();
      }));
    }
    place.prepend(line);
    return line;
  }

  /** A kept text as plain lines; nothing of it runs or is loaded. */
  function wordsOf(html) {
    const inert = new DOMParser().parseFromString(html, "text/html");
    for (const block of inert.querySelectorAll("p, h2, h3, h4, h5, h6, li, tr, br")) block.append("\n");
    return inert.body.textContent.replace(/\n{2,}/g, "\n").trim();
  }

  function words(fields) {
    const area = document.createElement("textarea");
    area.className = "left-words";
    area.rows = 6;
    area.readOnly = true;
    area.setAttribute("aria-label", "没有保存的文字");
    const { remove, ...texts } = fields; // 删去 is no word of hers
    area.value = Object.values(texts).map(wordsOf).filter(Boolean).join("\n");
    return area;
  }

  /** The number of a new part that nobody has. */
  function newKey(copies) {
    const taken = new Set([...boxes().map((box) => box.dataset.box), ...copies.map((copy) => copy.key)]);
    let number = 0;
    while (taken.has(`new-${number}`)) number += 1;
    return `new-${number}`;
  }

  function orphan(copy, time, copies, { take, leave }) {
    const head = copy.key === "head";
    const why = head || copy.key.startsWith("new-") ? "，而您已不能修改这里" : "，而这一部分已被删去，或您已不能修改";
    const asNew = () => {
      const key = newKey(copies);
      LantaiEdition.add(key);
      take({ ...copy, key, seen: 0 }, boxOf(key), copy);
    };
    const buttons = !head && mayAdd() ? [["作为新的一部分", asNew]] : [];
    const sentence = `您在 ${time} 写的内容还没有保存${why}。请复制留存。`;
    notice(form, sentence, [...buttons, ["不要了", () => leave(copy)]]).append(words(copy.fields));
  }

  /** An order of the parts: offered if it is another one than theirs now. */
  function offerOrder(copy, time, { take, leave }) {
    const box = boxOf(copy.key);
    const wanted = box ? LantaiEdition.inOrder((copy.fields.order || "").split(" ")) : [];
    if (wanted.every((one, at) => one === LantaiEdition.inOrder([])[at])) return;
    const names = wanted.map((one) => one.querySelector("h3").firstChild.textContent.trim());
    const shown = names.slice(0, SHOWN).join("、") + (names.length > SHOWN ? "……" : "");
    const now = form.elements["order-seen"].value.trim();
    const since = copy.fields.before === now ? "" : "此后各部分有增减，或同事也排过。";
    notice(box, `您在 ${time} 排的顺序还没有保存：${shown}。${since}`, [["恢复", () => take(copy, box, copy)], ["不要了", () => leave(copy)]]);
  }

  /** copies: what is kept. take(copy, box, was) and leave(copy) do what she chose. */
  function offer(copies, choose) {
    for (const copy of copies) {
      const box = boxOf(copy.key) || (/^new-/.test(copy.key) && mayAdd() ? LantaiEdition.add(copy.key) : null);
      const time = new Date(copy.at).toLocaleString("zh-CN", TIME);
      if (copy.key === "order") {
        offerOrder(copy, time, choose);
        continue;
      }
      // What was sent and not stored is in its fields again: nothing to offer.
      if (box && box.matches("[data-start-open], [data-typed]")) continue;
      const leave = () => {
        choose.leave(copy);
        if (box.matches("[data-new]")) box.remove();
      };
      if (!box) orphan(copy, time, copies, choose);
      else notice(box, `您在 ${time} 写的内容还没有保存。`, [["恢复", () => choose.take(copy, box, copy)], ["不要了", leave]]);
    }
  }

  window.LantaiComingBack = { offer, notice, boxes, boxOf };
})();
