/* The outline beside the text: it says what the text says while that is being written, leads to each
   place, and moves parts and sections, by mouse, by keyboard (Alt with the arrows) or by a thumb. */
(function () {
  "use strict";

  const nav = document.getElementById("outline");
  const form = document.getElementById("edition-form");
  if (!nav || !form || !window.LantaiEdition) return;
  const tools = nav.querySelector("[data-tools]");
  const said = nav.querySelector("[data-said]");
  const count = tools.querySelector("[data-move=count]");
  const mayMoveParts = Boolean(form.querySelector("[data-part] [data-up]"));
  const EMPTY = "没有内容";
  const TWICE = "标题重复：这一部分里有相同的标题";
  let chosen = null; // a link of the outline
  let dragged = null;

  const boxOf = (link) => document.getElementById(link.closest("[data-outline-part]").dataset.outlinePart);
  const partLine = (box) => nav.querySelector(`[data-outline-part="${box.dataset.box}"]`);
  const isNew = (box) => box.matches("[data-new]");
  const isPart = (link) => link.matches(".outline-part");
  const mayMove = (box) => mayMoveParts && !isNew(box); // a new part has no place before it is saved
  const placeOf = (box) => box.querySelector(".cke_editable");
  const mayWrite = (box) => Boolean(box.querySelector("[data-editor-place]"));
  const sectionsOf = (link) => [...link.closest("[data-outline-part]").querySelectorAll(":scope > ol a")];

  /** Draw a part's sections as its editor has them now. */
  function draw(box) {
    const place = box.matches("[data-part], [data-new]") && placeOf(box);
    if (!place) return;
    const line = partLine(box) || newLine(box);
    const at = chosen && line.contains(chosen) && !isPart(chosen) ? sectionsOf(chosen).indexOf(chosen) : -1;
    const had = chosen === document.activeElement;
    const sections = LantaiSections.all(place);
    line.querySelector(":scope > ol").replaceChildren(...sections.map((one) => entry(one, sections)));
    const heading = box.querySelector("input[name$='-heading']");
    if (heading && heading.value.trim()) line.querySelector(".outline-part").textContent = heading.value;
    drawEmpty(line, place);
    if (at < 0) return;
    choose(line.querySelectorAll(":scope > ol a")[at] || line.querySelector(".outline-part"));
    if (had) chosen.focus();
  }

  /** A part that is not stored yet stands at the end, where saving puts it. */
  function newLine(box) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    line.dataset.outlinePart = box.id;
    link.href = "#" + box.id;
    link.className = "outline-part";
    link.textContent = "新的地区稿";
    line.append(link, document.createElement("ol"));
    nav.querySelector("details > ol").append(line);
    return line;
  }

  /** 没有内容, as the server says it (outline.py), while it is so. */
  function drawEmpty(line, place) {
    const says = /\S/.test(place.textContent.replace(/[\u200b\u2060\ufeff]/g, "")) || place.querySelector("img");
    const found = [...line.querySelectorAll(":scope > .fault")].filter((one) => one.textContent === EMPTY);
    if (says) for (const one of found) one.remove();
    else if (!found.length) line.querySelector(".outline-part").after(" ", fault(EMPTY));
  }

  function fault(sentence) {
    const note = document.createElement("span");
    note.className = "fault";
    note.textContent = sentence;
    return note;
  }

  function entry(section, sections) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    item.className = "level-" + section.level;
    link.href = "#" + (section.block.dataset.key || "");
    link.draggable = true;
    link.textContent = section.label + (section.words || "（没有标题）").slice(0, 60);
    link.section = section;
    item.append(link);
    for (const sentence of faultsOf(section, sections)) item.append(" ", fault(sentence));
    return item;
  }

  function faultsOf(section, sections) {
    const found = [];
    if (section.label !== section.expected) found.push(`序号不连续：按顺序应为「${section.expected}」`);
    const own = placesOf(sections);
    const place = own.get(section);
    const twin = (one) => one !== section && own.get(one) === place;
    if (place && sections.some(twin)) found.push(TWICE);
    return found;
  }

  /** Each heading with those above it, as the server asks (outline.py): twins have the same parent. */
  function placesOf(sections) {
    const above = [];
    return new Map(sections.map((one) => {
      const words = one.block.dataset.clause ? "" : one.words;
      above.length = one.level;
      above[one.level] = words;
      return [one, words && Array.from(above, (said) => said || "").join("\n")];
    }));
  }

  function choose(link) {
    if (chosen) chosen.removeAttribute("aria-current");
    chosen = link;
    link.setAttribute("aria-current", "true");
    for (const button of tools.querySelectorAll("button")) {
      const sideways = ["higher", "deeper"].includes(button.dataset.move);
      button.disabled = isPart(link) ? sideways || !mayMove(boxOf(link)) : !mayWrite(boxOf(link));
    }
    count.hidden = isPart(link) || !link.parentNode.querySelector(".fault") || !numberOf(link);
  }

  const numberOf = (link) => link.section && link.section.block.dataset.number;

  /** Go to what a line stands for; a text that is open has its caret there. */
  function go(link) {
    choose(link);
    const box = boxOf(link);
    if (isPart(link)) return box.scrollIntoView();
    if (link.section) return LantaiEditor.goTo(box.querySelector("textarea[data-editor]"), link.section.block);
    const target = document.getElementById(link.dataset.key);
    return (target || box).scrollIntoView({ block: "center" });
  }

  /** The same line once its part is open for writing. */
  function opened(link) {
    if (link.section) return Promise.resolve(link);
    const box = boxOf(link);
    const at = sectionsOf(link).indexOf(link);
    return LantaiEdition.open(box).then(() => {
      draw(box);
      return partLine(box).querySelectorAll(":scope > ol a")[at];
    });
  }

  function moved(link, how) {
    const block = link.section.block;
    if (how === "up" || how === "down") return LantaiSections.move(block, how === "up") && block;
    if (how === "count") return block.removeAttribute("data-number") || block;
    return LantaiSections.shift(block, how === "deeper" ? 1 : -1);
  }

  function act(link, how) {
    if (isPart(link)) {
      if (!mayMove(boxOf(link)) || !["up", "down"].includes(how)) return;
      LantaiEdition.move(boxOf(link), how === "up");
      link.focus();
      tell(link);
      return;
    }
    if (!mayWrite(boxOf(link))) return;
    opened(link).then((line) => change(line, () => moved(line, how)));
  }

  /** Do something to a section as one step that can be undone, and stay with it. */
  function change(link, act) {
    const box = boxOf(link);
    let block = null;
    LantaiEditor.change(box.querySelector("textarea[data-editor]"), () => (block = act()));
    draw(box);
    const line = [...partLine(box).querySelectorAll(":scope > ol a")].find((one) => one.section.block === block) || link;
    choose(line);
    line.focus();
    tell(line);
  }

  function tell(link) {
    said.textContent = `${link.textContent}，第 ${[...nav.querySelectorAll("a")].indexOf(link) + 1} 条`;
  }

  /** The parts stand in the outline as they stand on the page. */
  function order() {
    const list = nav.querySelector("details > ol");
    for (const box of form.querySelectorAll("[data-part], [data-new]")) if (partLine(box)) list.append(partLine(box));
  }

  function drop(target, behind) {
    const link = dragged;
    if (!link || link === target) return;
    if (isPart(link)) {
      if (!mayMove(boxOf(link)) || isNew(boxOf(target))) return;
      LantaiEdition.put(boxOf(link), boxOf(target), behind);
    } else if (!isPart(target) && boxOf(link) === boxOf(target)) {
      const at = sectionsOf(target).indexOf(target);
      opened(link).then((line) => change(line, () => {
        const block = line.section.block;
        return LantaiSections.put(block, sectionsOf(line)[at].section.block, behind) && block;
      }));
    }
  }

  const KEYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "higher", ArrowRight: "deeper" };
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const button = event.target.closest("[data-move]");
    if (link) {
      event.preventDefault();
      go(link);
    } else if (button && chosen) act(chosen, button.dataset.move);
  });
  nav.addEventListener("focusin", (event) => event.target.matches("a") && choose(event.target));
  nav.addEventListener("keydown", (event) => {
    const how = event.altKey && KEYS[event.key];
    if (!how || !event.target.matches("a")) return;
    event.preventDefault();
    act(event.target, how);
  });
  nav.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("a");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.textContent);
  });
  nav.addEventListener("dragover", (event) => {
    if (dragged && event.target.closest("a")) event.preventDefault();
  });
  nav.addEventListener("drop", (event) => {
    const target = event.target.closest("a");
    if (!target) return;
    event.preventDefault();
    const place = target.getBoundingClientRect();
    drop(target, event.clientY > place.top + place.height / 2);
    dragged = null;
  });

  let waiting = 0;
  const later = (event) => {
    const box = form.querySelector(`[data-box="${event.detail}"]`);
    clearTimeout(waiting);
    if (box) waiting = setTimeout(() => draw(box), 150);
  };
  form.addEventListener("lantai:changed", later);
  form.addEventListener("lantai:opened", later);
  form.addEventListener("lantai:arranged", order);
  for (const link of nav.querySelectorAll("a")) link.draggable = !isPart(link) || mayMoveParts;
  tools.hidden = !form.querySelector("[data-part] [data-editor-place]");
  for (const button of tools.querySelectorAll("button")) button.disabled = true;
  if (window.matchMedia("(max-width: 70rem)").matches) nav.querySelector("details").open = false;
})();
