/* The sections of a text in its editor: found, counted, moved with all that lies below them. A text
   is a row of blocks; a heading (or a numbered clause) begins a section. */
(function () {
  "use strict";

  const TAGS = ["H2", "H3", "H4", "H5", "H6"]; // levels 0 to 4
  const BEGIN = "h2, h3, h4, h5, h6, [data-clause]";
  const DIGITS = "零一二三四五六七八九";

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

  function levelOf(block) {
    const at = TAGS.indexOf(block.tagName);
    return at >= 0 ? at : Number(block.dataset.clause);
  }

  /** Every section in order, counted as the server does: afresh under each new parent, the author's
      own number wins. expected: the label that the count alone would give. */
  function all(place) {
    const at = [0, 0, 0, 0, 0];
    return [...place.querySelectorAll(BEGIN)].map((block) => {
      const level = levelOf(block);
      const words = block.textContent.trim();
      if (!level) return { block, level, number: 0, label: "", expected: "", words };
      const next = at[level] + 1;
      at[level] = Number(block.dataset.number) || next;
      at.fill(0, level + 1);
      return { block, level, number: at[level], label: label(level, at[level]), expected: label(level, next), words };
    });
  }

  /** Show every section's number; data-cke-* is never part of the text. */
  function renumber(place) {
    for (const section of all(place)) {
      if (section.level) section.block.setAttribute("data-cke-label", section.label);
      else section.block.removeAttribute("data-cke-label");
    }
  }

  /** The next section after a block that is not below it, or before it the one it would follow. */
  function neighbour(block, up) {
    const step = up ? "previousElementSibling" : "nextElementSibling";
    const level = levelOf(block);
    for (let one = block[step]; one; one = one[step]) {
      if (one.matches(BEGIN) && levelOf(one) <= level) return one;
    }
    return null;
  }

  /** The blocks of a section: its heading, its text, all sections below it. */
  function blocksOf(block) {
    const end = neighbour(block, false);
    const found = [block];
    for (let one = block.nextElementSibling; one && one !== end; one = one.nextElementSibling) found.push(one);
    return found;
  }

  /** Move a section before or behind its neighbour; past its parent it joins the parent next to it. */
  function move(block, up) {
    const own = blocksOf(block);
    const other = neighbour(block, up);
    if (!other) return false;
    if (up) {
      if (levelOf(other) < levelOf(block) && !neighbour(other, true)) return false;
      other.before(...own);
      return true;
    }
    if (levelOf(other) === levelOf(block)) blocksOf(other).pop().after(...own);
    else firstOf(other).after(...own);
    return true;
  }

  /** The last block before anything that lies below a heading. */
  function firstOf(heading) {
    let last = heading;
    while (last.nextElementSibling && !last.nextElementSibling.matches(BEGIN)) last = last.nextElementSibling;
    return last;
  }

  /** Put a section before or behind another one of the same text. */
  function put(block, target, behind) {
    const own = blocksOf(block);
    if (own.includes(target)) return false;
    if (behind) blocksOf(target).pop().after(...own);
    else target.before(...own);
    return true;
  }

  /** Set a section one level deeper or higher, with all that lies below it. Returns its new block. */
  function shift(block, by) {
    const own = blocksOf(block).filter((one) => one.matches(BEGIN));
    const levels = own.map(levelOf);
    if (Math.min(...levels) + by < 1 || Math.max(...levels) + by > 4) return null;
    return own.map((one) => relevelled(one, levelOf(one) + by))[0];
  }

  function relevelled(block, level) {
    if (block.dataset.clause) {
      block.dataset.clause = level;
      return block;
    }
    const heading = block.ownerDocument.createElement(TAGS[level]);
    for (const one of [...block.attributes]) heading.setAttribute(one.name, one.value);
    heading.append(...block.childNodes);
    block.replaceWith(heading);
    return heading;
  }

  const HAN = "[零〇一二三四五六七八九十百]+";
  const TYPED = [
    [1, new RegExp(`^(${HAN})、\\s*(\\S.*)$`)],
    [2, new RegExp(`^[（(](${HAN})[）)]\\s*(\\S.*)$`)],
    [3, /^(\d{1,3})[.．]\s*(\D.*)$/],
    [4, /^[（(](\d{1,3})[）)]\s*(\S.*)$/],
  ];
  const LONGEST = 40; // characters of a heading on a line of its own

  /** A paragraph that reads 「三、加强保障」 and is next in the count becomes that heading. What is
      less clear stays text here and is judged when it is saved. Returns the heading or null. */
  function typed(paragraph, place) {
    const text = paragraph.textContent.trim();
    if (paragraph.tagName !== "P" || paragraph.dataset.text || paragraph.dataset.clause) return null;
    if (text.length > LONGEST || /[。！？；：，]$/.test(text) || paragraph.querySelector("img, br + *")) return null;
    const [level, found] = TYPED.map(([at, mark]) => [at, mark.exec(text)]).find((one) => one[1]) || [];
    if (!found || !isNext(paragraph, place, level, found[1])) return null;
    const heading = document.createElement(TAGS[level]);
    heading.textContent = found[2];
    paragraph.replaceWith(heading);
    return heading;
  }

  /** Whether a section of that level would bear that number if it stood where the block stands. */
  function isNext(block, place, level, number) {
    const before = (one) => one.block.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING;
    const above = all(place).filter(before).reverse();
    const last = above.find((one) => one.level && one.level <= level);
    const count = last && last.level === level ? last.number + 1 : 1;
    return chinese(count) === number || String(count) === number;
  }

  window.LantaiSections = { all, renumber, move, put, shift, typed };
})();
