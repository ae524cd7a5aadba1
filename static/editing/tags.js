/* Tags found in the text, each one click away from being taken (data-suggested: where to ask). */
(function () {
  "use strict";

  const place = document.querySelector("[data-suggested]");
  if (!place) return;
  const field = document.getElementById(place.dataset.for);
  const ask = place.querySelector("button");
  const offers = place.querySelector("[data-offered]");
  const said = place.querySelector("[role=status]");

  function offer(name) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet offer-tag";
    button.dataset.tag = name;
    button.textContent = `＋ ${name}`;
    button.setAttribute("aria-label", `加上标签“${name}”`);
    offers.append(button);
  }

  function find() {
    said.textContent = "正在读正文……";
    ask.disabled = true;
    fetch(`${place.dataset.suggested}?taken=${encodeURIComponent(field.value)}`, { credentials: "same-origin", redirect: "error" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
      .then((answer) => {
        offers.replaceChildren();
        answer.offers.forEach((one) => offer(one.name));
        said.textContent = answer.offers.length ? "" : "正文中没有找到合适的标签";
      })
      .catch(() => {
        said.textContent = "连不上服务器，请稍后再试";
      })
      .finally(() => {
        ask.disabled = false;
      });
  }

  function take(button) {
    const typed = field.value.replace(/[\s,，、;；]+$/, "");
    field.value = typed ? `${typed}、${button.dataset.tag}` : button.dataset.tag;
    const next = button.nextElementSibling || button.previousElementSibling || ask;
    button.remove();
    next.focus();
    said.textContent = `已加上“${button.dataset.tag}”`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  place.hidden = false;
  place.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button === ask) find();
    else if (button) take(button);
  });
})();
