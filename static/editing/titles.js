/* 标题查重: while a title is typed, the articles that are called so already are pointed out. */
(function () {
  "use strict";

  const WAIT = 500; // milliseconds of rest before the server is asked
  const place = document.querySelector("[data-used]");
  if (!place) return;
  const field = document.getElementById(place.dataset.for);
  let timer = 0;
  let asked = 0;

  function line(one) {
    const item = document.createElement("li");
    item.append(one.said);
    if (!one.address) return item;
    const link = document.createElement("a");
    link.href = one.address;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = one.title;
    item.append("：", link, `（${one.state}）`);
    return item;
  }

  function ask() {
    const mine = (asked += 1);
    const address = `${place.dataset.used}?edition=${place.dataset.edition || ""}&q=${encodeURIComponent(field.value)}`;
    fetch(address, { credentials: "same-origin", redirect: "error" })
      .then((answer) => (answer.ok ? answer.json() : { titles: [] }))
      .then((answer) => mine === asked && place.replaceChildren(...answer.titles.map(line)))
      .catch(() => {}); // away: it is told again when the text is submitted
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
})();
