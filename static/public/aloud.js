/* 朗读: one region after the other, with a pause; where the browser has no Chinese voice, it says so. */
(function () {
  "use strict";

  const page = window.lantai;
  if (!page) return;
  const { bar, button, element, article } = page;

  const NONE = "这个浏览器没有中文语音，不能朗读。可以换手机自带的浏览器，或者打开手机设置里的“屏幕朗读”。";
  const BLOCKS = "h2, h3, h4, h5, h6, p, li, td, th, caption";
  const voices = window.speechSynthesis || null;
  const said = element("p", "said", "");
  said.setAttribute("role", "status");
  let blocks = [];
  let at = 0;
  let state = "still";

  const start = button("朗读", begin);
  page.start.replaceWith(start);
  const pause = button("暂停", toggle);
  const stop = button("停止", end);
  start.after(pause, stop);
  bar.append(said);
  begin();

  function show(next) {
    state = next;
    start.hidden = state !== "still";
    pause.hidden = stop.hidden = state === "still";
    pause.textContent = state === "paused" ? "继续" : "暂停";
  }

  function voice() {
    return voices ? voices.getVoices().find((one) => /^zh|^cmn/i.test(one.lang)) : null;
  }

  /* Browsers bring their voices late. */
  function ready() {
    return new Promise((found) => {
      let tries = 0;
      (function look() {
        if (voice() || !voices || (tries += 1) > 10) found(voice());
        else setTimeout(look, 150);
      })();
    });
  }

  /* From the region that one is in to its end; without regions, everything. */
  function whole() {
    const place = page.current();
    const part = place && page.partOf(place);
    const root = part && part.dataset.region ? part : article.querySelector(".text");
    return [...root.querySelectorAll(BLOCKS)].filter((one) => !one.parentElement.closest("p, li"));
  }

  async function begin() {
    said.textContent = "";
    show("still");
    if (!(await ready())) {
      said.textContent = NONE;
      return;
    }
    blocks = whole();
    at = 0;
    show("reading");
    next();
    pause.focus();
  }

  /* A block at a time: some browsers fall silent in the middle of longer texts. */
  function next() {
    mark(null);
    if (state !== "reading") return;
    if (at >= blocks.length) {
      end();
      said.textContent = "读完了。";
      return;
    }
    const text = page.words(blocks[at]);
    const utterance = new SpeechSynthesisUtterance(text);
    const mine = at;
    utterance.voice = voice();
    utterance.lang = utterance.voice.lang;
    utterance.rate = 0.9;
    utterance.onend = utterance.onerror = () => {
      if (state !== "reading" || at !== mine) return;
      at += 1;
      next();
    };
    mark(blocks[at]);
    voices.speak(utterance);
  }

  function mark(block) {
    for (const one of article.querySelectorAll(".aloud")) one.classList.remove("aloud");
    if (!block) return;
    block.classList.add("aloud");
    const { top, bottom } = block.getBoundingClientRect();
    if (top < bar.getBoundingClientRect().bottom || bottom > innerHeight) block.scrollIntoView({ block: "center" });
  }

  /* Going on begins with the sentence block that was broken off: a paused voice is lost on some telephones. */
  function toggle() {
    if (state === "reading") {
      show("paused");
      voices.cancel();
    } else {
      show("reading");
      next();
    }
  }

  function end() {
    show("still");
    voices.cancel();
    mark(null);
    start.focus();
  }

  addEventListener("pagehide", () => voices && voices.cancel());
})();
