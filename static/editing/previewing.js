/* 预览 shows what is on the page, saved or not: it is kept by the server first, then laid over the saved
   text in a window of its own, so that she does not leave what she writes. */
(function () {
  "use strict";

  const link = document.querySelector("[data-preview-page]");
  const said = document.getElementById("unsaved");
  if (!link || !said || !window.LantaiWorking) return;
  const NAME = `lantai-preview-${document.getElementById("edition-form").dataset.edition}`;
  const WHY = /^(连不上|登录|另一位|这一稿已不在)/; // said already by working.js
  const isNew = (place) => place.location.href === "about:blank";

  /** The window of this edition's preview, at once: a browser refuses one that comes later. */
  function shown() {
    const found = window.open("", NAME);
    if (found && isNew(found)) found.document.body.textContent = "正在暂存您写的内容……";
    return found;
  }

  function addressOf({ keys, partly }) {
    const asked = keys.length ? `?unsaved=${keys.join(".")}` : partly ? "?unsaved=all" : "";
    return link.getAttribute("href") + asked + (partly ? "&partly=1" : "");
  }

  /** The browser let no window open: she opens it herself. */
  function offer(address) {
    const again = document.createElement("a");
    Object.assign(again, { href: address, target: NAME, textContent: "看预览" });
    said.replaceChildren("浏览器拦下了新窗口：", again);
  }

  function leave(place) {
    if (place && isNew(place)) place.close();
    if (!WHY.test(said.textContent)) said.textContent = "连不上服务器";
    said.append("；没有打开预览。");
  }

  link.addEventListener("click", (event) => {
    event.preventDefault();
    const place = shown();
    LantaiWorking.flush().then((found) => {
      if (!found) leave(place);
      else if (place) place.location.href = addressOf(found);
      else offer(addressOf(found));
    });
  });
})();
