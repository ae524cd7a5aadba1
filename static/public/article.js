/* Beside the text: where one is, larger and smaller type, quoting a section, printing. Nothing of it is needed to read. */
(function () {
  "use strict";

  const article = document.querySelector(".article");
  const bar = article && article.querySelector(".bar");
  if (!bar) return;

  const KEY = /^[a-z][0-9a-z]{5}$/;
  const places = [...article.querySelectorAll(".text [id]")].filter((one) => KEY.test(one.id));
  const status = element("p", "said", "");
  status.setAttribute("role", "status");

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function button(text, act, title) {
    const made = element("button", "tool", text);
    made.type = "button";
    if (title) made.setAttribute("aria-label", title);
    made.addEventListener("click", act);
    return made;
  }

  /* Without what scripts have put there. */
  function words(place) {
    if (!place) return "";
    const own = [...place.childNodes].filter((one) => !(one.matches && one.matches(".cite, .correct")));
    return own.map((one) => one.textContent).join("").trim();
  }

  function partOf(place) {
    return place.closest(".part");
  }

  /* A region's own page prints its name above the text. */
  function regionOf(part) {
    if (article.dataset.region) return article.dataset.region;
    return part && part.dataset.region ? words(part.querySelector("h2")).replace(/\s/g, "") : "";
  }

  /* Where one is: 贵州 · 三、 */
  const here = element("p", "here", "");
  const links = [...bar.querySelectorAll(".jumps a[href^='#']")];
  const summary = bar.querySelector("summary");
  const called = summary && summary.textContent;

  function current() {
    const { top: from, bottom } = bar.getBoundingClientRect();
    if (from > 0) return null; /* she is still at its head */
    const top = bottom + Math.min(200, innerHeight / 4);
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle].getBoundingClientRect().top <= top) low = middle + 1;
      else high = middle;
    }
    return places[low - 1] || null;
  }

  function follow() {
    const place = current();
    const part = place && partOf(place);
    const label = place && place !== part && place.querySelector(".label");
    const name = [regionOf(part), label && label.textContent].filter(Boolean).join(" · ");
    if (here.textContent !== name) here.textContent = name;
    if (summary) summary.textContent = name ? `地区：${name.replace(" · ", "·")}` : called;
    for (const link of links) {
      if (part && link.hash === `#${part.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  let waits = false;
  function soon() {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      follow();
    });
  }

  if (places.length > 1) {
    bar.append(here);
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    follow();
  }
  const menu = bar.querySelector("details");
  if (menu) menu.addEventListener("click", (event) => event.target.closest("a") && (menu.open = false));

  /* Quoting: title, region, number, office, date, address. */
  function citation(place) {
    const office = article.dataset.office;
    const part = place && partOf(place);
    const label = place && place.matches(".clause") && place.querySelector(".label");
    const heading = place && place !== part ? words(label || place) : "";
    const where = [regionOf(part), heading].filter(Boolean).join(" · ");
    const day = article.querySelector(".facts time").getAttribute("datetime").slice(0, 10);
    const address = article.dataset.address + (place ? `#${place.id}` : "");
    const name = article.dataset.title;
    return { address, text: `《${name}》${where ? `${where}，` : ""}第 ${article.dataset.article} 号，${office}，${day}，${address}` };
  }

  function dialog() {
    const made = element("dialog", "citing", "");
    made.setAttribute("aria-label", "引用本节");
    made.append(element("p", "quoted", ""), element("p", "tools", ""));
    made.addEventListener("click", (event) => event.target === made && made.close());
    document.body.append(made);
    return made;
  }

  let shown = null;
  function cite(place) {
    shown = shown || dialog();
    const { address, text } = citation(place);
    shown.firstChild.textContent = text;
    shown.lastChild.replaceChildren(
      button("复制引文", () => copy(text, "引文已复制。")),
      button("复制链接", () => copy(address, "链接已复制。")),
      ...(place ? [report(place)] : []),
      button("关闭", () => shown.close()),
    );
    shown.append(status);
    status.textContent = "";
    shown.showModal();
  }

  function report(place) {
    const link = element("a", "tool button", "纠错");
    link.href = `${article.querySelector(".wrong a").pathname}?article=${article.dataset.article}&key=${place.id}`;
    link.rel = "nofollow";
    return link;
  }

  async function copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = done;
    } catch (problem) {
      getSelection().selectAllChildren(shown.firstChild);
      status.textContent = "浏览器不让网页复制：文字已选中，请按住选中的文字复制。";
    }
  }

  if (article.dataset.article && window.HTMLDialogElement) {
    for (const place of places) {
      const heading = place.matches(".part") ? place.querySelector("h2") : place;
      if (!heading) continue;
      const link = element("a", "cite", "引用");
      link.href = `#${place.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        history.replaceState(null, "", link.href);
        cite(place);
      });
      heading.append(link);
    }
  }

  /* 字号 where one reads; print and share where one has read. */
  const type = (step) => () => document.dispatchEvent(new CustomEvent("lantai-type", { detail: step }));
  const tools = element("div", "tools", "");
  /* What reads aloud is fetched by who asks for it. */
  const start = button("朗读", () => {
    const script = document.createElement("script");
    script.src = article.dataset.aloud;
    start.disabled = true;
    script.onload = script.onerror = () => (start.disabled = false);
    document.head.append(script);
  });
  if (article.dataset.aloud) tools.append(start);
  tools.append(button("小", type(-1), "缩小字号"), button("大", type(1), "放大字号"));
  bar.append(tools);

  /* What one jumps to comes to stand below the bar, however high it is. */
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);

  const close = article.querySelector(".close");
  const share = () => {
    const { address } = citation(null);
    if (navigator.share) navigator.share({ title: article.dataset.title, url: address }).catch(() => {});
    else cite(null);
  };
  if (close) close.prepend(button("打印", () => print()), " ", button("分享", share), " ");

  window.lantai = { article, bar, tools, start, button, element, partOf, current, words };
})();
