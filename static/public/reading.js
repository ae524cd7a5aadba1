/* 字号 and 长者版: applied, remembered in this browser, and the line that was being read stays where it is. */
(function () {
  "use strict";

  const root = document.documentElement;
  const elder = document.getElementById("elder");
  const types = [...document.querySelectorAll("input[name=type]")];
  if (!elder || !types.length) return;

  const DEFAULT = 2;
  const TEXTS = "main :is(p, h1, h2, h3, h4, h5, h6, li, tr)";

  function keep() {
    const kept = { elder: "elder" in root.dataset, type: root.dataset.type || "" };
    try {
      localStorage.setItem("lantai-reading", JSON.stringify(kept));
    } catch (problem) {
      /* it holds for this page */
    }
  }

  function show() {
    elder.checked = "elder" in root.dataset;
    for (const one of types) one.checked = Number(one.value) === size();
  }

  /* 长者版 begins with 大. */
  function lowest() {
    return elder.checked ? 3 : 1;
  }

  function size() {
    return Math.max(lowest(), Number(root.dataset.type || DEFAULT));
  }

  /* The first line below what sticks to the top, and how far down it is. */
  function place() {
    const bar = document.querySelector(".bar");
    const top = bar ? Math.max(0, bar.getBoundingClientRect().bottom) : 0;
    if (window.scrollY < 8) return null;
    const text = [...document.querySelectorAll(TEXTS)].find((one) => one.getBoundingClientRect().bottom > top);
    return text && { text, at: text.getBoundingClientRect().top };
  }

  function change(act) {
    const held = place();
    act();
    show();
    keep();
    if (held) window.scrollBy({ top: held.text.getBoundingClientRect().top - held.at, behavior: "instant" });
  }

  function setType(value) {
    if (value === DEFAULT) delete root.dataset.type;
    else root.dataset.type = String(value);
  }

  elder.addEventListener("change", () =>
    change(() => {
      if (elder.checked) root.dataset.elder = "";
      else delete root.dataset.elder;
    }),
  );
  for (const one of types) one.addEventListener("change", () => change(() => setType(Number(one.value))));

  /* For the bar of an article: one step larger or smaller, where one reads. */
  document.addEventListener("lantai-type", (event) =>
    change(() => setType(Math.min(5, Math.max(lowest(), size() + event.detail)))),
  );

  show();
})();
